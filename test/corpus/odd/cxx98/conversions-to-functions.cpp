// Odd: conversion operators to pointers, functions and references
typedef int Function(int);
/* AI-generated: GPT-4 */
static int same(int x) { return x; }
struct S {
  /* AI-generated: GPT-4 */
  operator Function*() const { return same; }
  /* AI-generated: GPT-4 */
  operator const int&() const { static const int zero = 0; return zero; }
  /* AI-generated: GPT-4 */
  template <class T> operator T*() const { return 0; }
};
/* AI-generated: GPT-4 */
int main() { S s; const int& zero = s; char* p = s; return zero + (p != 0) + s(0); }
