#include "input.h"
#include "input.h"

int main() { return value() - 1; }
