quorate: a.csv:1:10 (cell B1): warning: the column "Join time" is not used
     1 | Practice,Join time
                  ^^^^^^^^^
