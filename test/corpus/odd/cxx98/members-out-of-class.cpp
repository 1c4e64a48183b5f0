// Odd: members that are defined outside, of nested classes and with qualified results
namespace n { struct A { struct B { typedef int Type; B(); Type f() const; static Type g(Type); ~B(); struct C { C(int); }; }; }; }
/* AI-generated: GPT-4 */
n::A::B::B() {}
/* AI-generated: GPT-4 */
n::A::B::Type n::A::B::f() const { return 0; }
/* AI-generated: GPT-4 */
n::A::B::Type n::A::B::g(Type x) { return x; }
/* AI-generated: GPT-4 */
n::A::B::~B() {}
/* AI-generated: GPT-4 */
n::A::B::C::C(int) {}
/* AI-generated: GPT-4 */
int main() { n::A::B b; n::A::B::C c(1); (void)c; return b.f() + n::A::B::g(0); }
