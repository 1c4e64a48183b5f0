// Odd: function-try-blocks of templates, lambdas' surroundings and operators
struct S {
  // AI-generated: GPT-4
  template <class T> int operator()(T t) const try { throw t; } catch (const T& caught) { return int(caught); }
  // AI-generated: GPT-4
  operator int() const noexcept try { throw 1; } catch (...) { return 0; }
};
// AI-generated: GPT-4
template <class T> static T f(T t) try { if (t) throw t; return t; } catch (long) { return 1; } catch (int) { return T(0); }
// AI-generated: GPT-4
int main() { S s; return s(0) + s + f(3); }
