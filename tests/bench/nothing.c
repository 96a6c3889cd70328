/* SPDX-License-Identifier: MIT */

/* What it costs to start any program: the measure for quorate's own start. */
int main(void)
{
    return 0;
}
