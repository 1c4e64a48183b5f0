namespace inner {
#include "input.inc"
}
int main() { return inner::value(); }
