// Odd: exceptions inside of exceptions
#include <cstdio>
#include <exception>
#include <stdexcept>
// AI-generated: GPT-4
static void inner() { throw std::logic_error("inner"); }
// AI-generated: GPT-4
static void outer() { try { inner(); } catch (...) { std::throw_with_nested(std::runtime_error("outer")); } }
// AI-generated: GPT-4
static void tell(const std::exception& e) { std::puts(e.what()); try { std::rethrow_if_nested(e); } catch (const std::exception& n) { tell(n); } }
// AI-generated: GPT-4
int main() { try { outer(); } catch (const std::exception& e) { tell(e); } return 0; }
