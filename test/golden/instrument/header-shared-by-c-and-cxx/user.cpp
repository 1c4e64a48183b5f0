#include "input.h"

int main() { return value() + from_c() - 2; }
