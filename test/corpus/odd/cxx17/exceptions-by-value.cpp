// Odd: handlers of every form, rethrow, and return from a handler
#include <stdexcept>
#include <string>
// AI-generated: GPT-4
static int f(int x) { try { if (x == 0) throw std::string("s"); if (x == 1) throw 1; throw std::out_of_range("o"); } catch (std::string& s) { return int(s.size()); } catch (int) { throw; } catch (const std::logic_error&) { return 2; } }
// AI-generated: GPT-4
int main() { int r = 1; try { f(1); } catch (...) { r = 0; } return r + f(0) - 1 + f(2) - 2; }
