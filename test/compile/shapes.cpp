// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Guards in every place of C++ where `assay instrument` may put one. Must compile without a warning under every
// standard, compiler and flag of the matrix.
#include <assay/inserted_experiment.h>
#include <assay/experiment.h>
#include <assay/guard.h>
// Clang 14 cannot use the coroutines of libstdc++.
#if defined(__cpp_impl_coroutine) && (!defined(__clang__) || __clang_major__ > 14)
#include <coroutine>
#define HAS_COROUTINES
#endif

namespace user {

int ordinary(int value);
int ordinary(int value) { ASSAY_INSERTED_GUARD(0x0123456789abcdef, "user::ordinary");
  return value + 1;
}

template <typename T>
T generic(T value) { ASSAY_INSERTED_GUARD(0xffffffffffffffff, "user::generic");
  return value;
}

inline int replaced(int value, int& out, int&& gone, const int* from) noexcept { return value + out + gone + *from; }
inline int replacing(int value, int& out, int&& gone, const int* from) { ASSAY_INSERTED_ROLLOUT(0x8000000000000060, "user::replacing", 10000, 0x8000000000000061, "user::replaced, replaced by user::replacing", replaced(ASSAY_INSERTED_PASS(value), ASSAY_INSERTED_PASS(out), ASSAY_INSERTED_PASS(gone), ASSAY_INSERTED_PASS(from))); ASSAY_INSERTED_GUARD(0x8000000000000060, "user::replacing"); return value + *from + gone + out; }
inline void set(int) noexcept {}
inline void setToo(int value) noexcept { ASSAY_INSERTED_ROLLOUT_VOID(0x8000000000000064, "user::setToo", 5000, 0x8000000000000065, "user::set", set(ASSAY_INSERTED_PASS(value))); ASSAY_INSERTED_GUARD(0x8000000000000064, "user::setToo"); set(value); } enum class Colour : unsigned char { red }; struct Session { long user; const char* token() const { return "token"; } }; inline int keyed(int value, const Session* session) { ASSAY_INSERTED_ROLLOUT_BY(0x8000000000000066, "user::keyed", 5000, 0x8000000000000067, "user::replaced", session->token(), replaced(ASSAY_INSERTED_PASS(value), value, 1, &value)); ASSAY_INSERTED_GUARD(0x8000000000000066, "user::keyed"); return session == nullptr ? 0 : value; } inline void keyedToo(Colour colour) noexcept { ASSAY_INSERTED_ROLLOUT_VOID_BY(0x8000000000000068, "user::keyedToo", 5000, 0x8000000000000069, "user::set", colour, set(static_cast<int>(colour))); ASSAY_INSERTED_GUARD(0x8000000000000068, "user::keyedToo"); set(static_cast<int>(colour)); } inline long keyedInShadow(const Session& session) { ASSAY_INSERTED_SHADOW_BY(0x800000000000006a, "user::keyedInShadow", 10000, 0x800000000000006b, "in the shadow", 100, session.user); ASSAY_INSERTED_COMPARE(0x800000000000006b, 0x800000000000006c, "older", keyedInShadow(session), session.user); ASSAY_INSERTED_GUARD(0x800000000000006a, "user::keyedInShadow"); return session.user; }
inline int lit(int value, const int& more) { return value + more; } inline int inShadow(int value, const int& more) { ASSAY_INSERTED_SHADOW(0x8000000000000070, "user::inShadow", 10000, 0x8000000000000071, "user::inShadow, in the shadow of user::lit", 100); ASSAY_INSERTED_SIZE(0x8000000000000071, value); ASSAY_INSERTED_COMPARE(0x8000000000000071, 0x8000000000000072, "user::lit, replaced by user::inShadow", inShadow(value, more), lit(ASSAY_INSERTED_PASS(value), ASSAY_INSERTED_PASS(more))); ASSAY_INSERTED_GUARD(0x8000000000000070, "user::inShadow"); return more + value; } inline bool nearly(double one, double other) noexcept { return one < other + 1 && other < one + 1; } inline const double& litToo(const double& value) { return value; } inline const double& inShadowToo(const double& value) { ASSAY_INSERTED_SHADOW(0x8000000000000073, "user::inShadowToo", 500, 0x8000000000000074, "user::inShadowToo, in the shadow of user::litToo", 10000); ASSAY_INSERTED_COMPARE_BY(0x8000000000000074, 0x8000000000000075, "user::litToo, replaced by user::inShadowToo", inShadowToo(value), litToo(ASSAY_INSERTED_PASS(value)), nearly); ASSAY_INSERTED_GUARD(0x8000000000000073, "user::inShadowToo"); return value; } inline int sampled(int value) { ASSAY_INSERTED_SAMPLED_GUARD(0x8000000000000090, "user::sampled", 256); return value; } inline int sampledTry(int value) { { ASSAY_INSERTED_SAMPLED_TRY_GUARD(0x8000000000000091, "user::sampledTry", 1); return sampled(value); ASSAY_INSERTED_END } }
// Members and parameters named like us.
class Counter {
 public:
  explicit Counter(int start) noexcept : assay(start) { ASSAY_INSERTED_GUARD(0x8000000000000001, "user::Counter::Counter"); }
  Counter(const Counter&) = default;
  Counter& operator=(const Counter&) = default;
  ~Counter() { ASSAY_INSERTED_GUARD(0x8000000000000002, "user::Counter::~Counter"); }
  int value() const noexcept { ASSAY_INSERTED_GUARD(0x8000000000000003, "user::Counter::value"); return assay; }
  Counter& operator+=(int v1) & { ASSAY_INSERTED_GUARD(0x8000000000000004, "user::Counter::operator+=");
    assay += v1;
    return *this;
  }
  template <typename T>
  T as() const { ASSAY_INSERTED_GUARD(0x8000000000000005, "user::Counter::as<\"T\">");
    return static_cast<T>(assay);
  }

 private:
  int assay;
};

int lambdas(int site);
int lambdas(int site) { ASSAY_INSERTED_GUARD(0x8000000000000006, "user::lambdas");
  const auto outer = [site](int name) { ASSAY_INSERTED_GUARD(0x8000000000000007, "user::lambdas::(lambda)"); const auto inner = [name] { ASSAY_INSERTED_GUARD(0x8000000000000008, "inner"); return name; };
    return inner() + site;
  };
  return outer(1);
}

int withTry(int value);
int withTry(int value) { ASSAY_INSERTED_GUARD(0x8000000000000009, "user::withTry");
  switch (value) {
    case 1: return 2;
    default: break;
  }
  if (value > 3) goto end;
  ++value;
end:
  return value;
}

const int* finds(int value);
const int* finds(int value) { ASSAY_INSERTED_GUARD(0x800000000000000d, "user::finds");
  static const int found = 7;
  if (value == 0) { ASSAY_INSERTED_FAILS(0x800000000000000d); return nullptr; ASSAY_INSERTED_END }
  switch (value) {
    case 1: { ASSAY_INSERTED_FAILS(0x800000000000000d); return nullptr; ASSAY_INSERTED_END }
    default: break;
  }
  for (int i = 0; i < 9; ++i)
    if (i + value > 50) { ASSAY_INSERTED_FAILS(0x800000000000000d); return nullptr; ASSAY_INSERTED_END } else --value;
  return &found;
}

#if defined(__cpp_exceptions) || defined(__EXCEPTIONS)
int functionTry(int value);
int functionTry(int value)
{ ASSAY_INSERTED_TRY_GUARD(0x800000000000000e, "user::functionTry"); try {
  if (value > 5) throw value;
  return value;
} catch (int) {
  { ASSAY_INSERTED_FAILS(0x800000000000000e); return 1; ASSAY_INSERTED_END }
} ASSAY_INSERTED_END }
#endif

#if __cplusplus >= 201402L
template <typename T>
auto deduced(T value) { ASSAY_INSERTED_GUARD(0x800000000000000a, "user::deduced"); return value; }
#endif

#if __cplusplus >= 201402L
constexpr int constant(int value) { ASSAY_INSERTED_LITERAL_GUARD(0x8000000000000010, "user::constant");
  if (value < 0) { ASSAY_INSERTED_FAILS(0x8000000000000010); return -1; ASSAY_INSERTED_END }
  int sum = 0;
  for (int i = 0; i < value; ++i) sum += i;
  return sum;
}
constexpr int sampledConstant(int value) { ASSAY_INSERTED_SAMPLED_LITERAL_GUARD(0x8000000000000092, "user::sampledConstant", 1024); return value; } static_assert(sampledConstant(6) == constant(4) && constant(4) == 6 && constant(-4) == -1, "a literal guard leaves a constant expression one");
struct Literal {
  int value;
  explicit constexpr Literal(int v) noexcept : value(v) { ASSAY_INSERTED_LITERAL_GUARD(0x8000000000000011, "user::Literal::Literal"); }
  constexpr int twice() const { ASSAY_INSERTED_LITERAL_GUARD(0x8000000000000012, "user::Literal::twice"); return value * 2; }
};
static_assert(Literal(4).twice() == 8, "constructors and members, too");
template <typename T>
constexpr T same(T value) { ASSAY_INSERTED_LITERAL_GUARD(0x8000000000000013, "user::same"); return value; }
enum { kSame = same(5) };
constexpr unsigned factorial(unsigned left, unsigned product) { ASSAY_INSERTED_COUNT(0x8000000000000014, "user::factorial");
  return left == 0 ? product : factorial(left - 1, product * left);
}
static_assert(factorial(4, 1) == 24, "an entry that is counted leaves a constant expression one");
#endif

#if __cplusplus >= 201703L
constexpr auto lambda = [](int value) { ASSAY_INSERTED_LITERAL_GUARD(0x8000000000000015, "user::lambda"); return value + 1; };
static_assert(lambda(1) == 2, "a literal guard leaves a lambda constexpr");
#endif

int recursive(int value);
int recursive(int value) { ASSAY_INSERTED_RECURSIVE_GUARD(0x8000000000000019, "user::recursive");
  if (value < 0) { ASSAY_INSERTED_FAILS(0x8000000000000019); return 0; ASSAY_INSERTED_END }
  return value == 0 ? 0 : 1 + recursive(value - 1);
}
struct Tree {
  template <typename T>
  T walk(T left) const { ASSAY_INSERTED_RECURSIVE_GUARD(0x800000000000001a, "user::Tree::walk"); return left == 0 ? left : walk(left - 1); }
};

int entry(int value);
int entry(int value) { ASSAY_INSERTED_COUNT(0x8000000000000016, "user::entry"); return value < 0 ? entry(value + 1) : value; }
[[noreturn]] void never();
[[noreturn]] void never() { ASSAY_INSERTED_COUNT(0x8000000000000017, "user::never"); for (;;) { } }
template <typename T>
T genericEntry(T value) { ASSAY_INSERTED_COUNT(0x8000000000000018, "user::genericEntry"); return value; }

#if __cplusplus >= 202002L
constexpr int literal(int value) { ASSAY_INSERTED_GUARD(0x800000000000000b, "user::literal"); return value * 2; }
static_assert(literal(2) == 4, "a guard leaves a constant expression one");
constexpr int recursiveConstant(int value) { ASSAY_INSERTED_RECURSIVE_GUARD(0x800000000000001b, "user::recursiveConstant");
  return value == 0 ? 0 : 1 + recursiveConstant(value - 1);
}
static_assert(recursiveConstant(5) == 5, "a recursive guard leaves a constant expression one");
constexpr int failing(int value) { ASSAY_INSERTED_GUARD(0x800000000000000f, "user::failing");
  if (value < 0) { ASSAY_INSERTED_FAILS(0x800000000000000f); return -1; ASSAY_INSERTED_END }
  return value;
}
static_assert(failing(-2) == -1 && failing(2) == 2, "a failure leaves a constant expression one");
constexpr int lookedAt(int value) { ASSAY_INSERTED_LITERAL_GUARD(0x8000000000000030, "user::lookedAt");
  return ASSAY_INSERTED_NEGATIVE(0x8000000000000030) value / 2 ASSAY_INSERTED_NEGATIVE_END(0x8000000000000030);
}
static_assert(lookedAt(-2) == -1, "looking at a value leaves a constant expression one");
#endif

#if defined(HAS_COROUTINES)
struct Task {
  struct promise_type {
    Task get_return_object() noexcept { return {}; }
    std::suspend_never initial_suspend() const noexcept { return {}; }
    std::suspend_never final_suspend() const noexcept { return {}; }
    void return_void() const noexcept {}
    void unhandled_exception() const noexcept {}
  };
};
Task coroutine(int value);
Task coroutine(int value) { ASSAY_INSERTED_COROUTINE_GUARD(0x800000000000001c, "user::coroutine");
  co_await std::suspend_never{};
  if (value == 1) { ASSAY_INSERTED_RETURNS(0x800000000000001c); co_return; ASSAY_INSERTED_END }
  if (value == 2) { ASSAY_INSERTED_FAILS(0x800000000000001c); ASSAY_INSERTED_RETURNS(0x800000000000001c); co_return; ASSAY_INSERTED_END }
  co_await std::suspend_never{};
 ASSAY_INSERTED_FLOWS_OFF(0x800000000000001c);}
template <typename T>
Task genericCoroutine(T value) { ASSAY_INSERTED_COROUTINE_GUARD(0x800000000000001d, "user::genericCoroutine");
  const auto inside = [](T inner) -> Task { ASSAY_INSERTED_COROUTINE_GUARD(0x800000000000001e, "inner"); co_await std::suspend_never{}; static_cast<void>(inner); ASSAY_INSERTED_RETURNS(0x800000000000001e); };
  inside(value);
  co_await std::suspend_never{};
 ASSAY_INSERTED_FLOWS_OFF(0x800000000000001d);}
int run();
int run() {
  coroutine(1);
  genericCoroutine(2);
  return 0;
}
#endif

template <typename A, typename B>
struct Both {
  A first;
  B second;
};
bool lookedAtBool(int value);
bool lookedAtBool(int value) { ASSAY_INSERTED_GUARD(0x8000000000000031, "user::lookedAtBool");
  return ASSAY_INSERTED_ZERO(0x8000000000000031)(Both<int, int>{value, value}.first > 2) ASSAY_INSERTED_ZERO_END(0x8000000000000031);
}
const char* lookedAtPointer(const char* text);
const char* lookedAtPointer(const char* text) { ASSAY_INSERTED_GUARD(0x8000000000000032, "user::lookedAtPointer");
  if (*text == 0) return ASSAY_INSERTED_ZERO(0x8000000000000032) text + 1 ASSAY_INSERTED_ZERO_END(0x8000000000000032); else return text;
}

// Sizes: of what has a size(), of pointers that may be null, of every integer type.
struct Sized {
  int values[3];
  unsigned long size() const noexcept { return 3; }
  int sum() const { ASSAY_INSERTED_GUARD(0x8000000000000040, "user::Sized::sum"); ASSAY_INSERTED_SIZE(0x8000000000000040, this->size()); return values[0]; }
};
struct Smart {
  const Sized* to;
  explicit operator bool() const noexcept { return to != nullptr; }
  const Sized* operator->() const noexcept { return to; }
};
enum class Amount : unsigned char { none, some };
enum Plain { kNone, kSome };
template <typename T>
int sized(const T& value) { ASSAY_INSERTED_GUARD(0x8000000000000041, "user::sized"); ASSAY_INSERTED_SIZE(0x8000000000000041, value.size()); return value.values[1]; }
int sizedOfPointers(const Sized* plain, const Smart& smart, const char* const begin, const char* end);
int sizedOfPointers(const Sized* plain, const Smart& smart, const char* const begin, const char* end) { ASSAY_INSERTED_GUARD(0x8000000000000042, "user::sizedOfPointers"); ASSAY_INSERTED_SIZE_IF(0x8000000000000042, plain, plain->size());
  const auto inner = [&smart] { ASSAY_INSERTED_GUARD(0x8000000000000043, "inner"); ASSAY_INSERTED_SIZE_IF(0x8000000000000043, smart, smart->size()); return smart ? 1 : 0; };
  const auto range = [=] { ASSAY_INSERTED_GUARD(0x8000000000000044, "range"); ASSAY_INSERTED_SIZE_IF(0x8000000000000044, begin, end - begin); return end != begin ? 1 : 0; };
  if (plain == nullptr) { ASSAY_INSERTED_FAILS(0x8000000000000042); return -1; ASSAY_INSERTED_END }
  return inner() + range();
}
__attribute__((nonnull)) int sizedNonnull(const int* values, short count);
__attribute__((nonnull)) int sizedNonnull(const int* values, short count) { ASSAY_INSERTED_RECURSIVE_GUARD(0x8000000000000045, "user::sizedNonnull"); ASSAY_INSERTED_SIZE_IF(0x8000000000000045, values, count); return count == 0 ? *values : sizedNonnull(values, static_cast<short>(count - 1)); }
template <typename T>
int sizedInteger(T n) { ASSAY_INSERTED_GUARD(0x8000000000000046, "user::sizedInteger"); ASSAY_INSERTED_SIZE(0x8000000000000046, n); return static_cast<int>(n); }
#if defined(__cpp_exceptions) || defined(__EXCEPTIONS)
int sizedTry(int value);
int sizedTry(int value)
{ ASSAY_INSERTED_TRY_GUARD(0x8000000000000047, "user::sizedTry"); ASSAY_INSERTED_SIZE(0x8000000000000047, value); try {
  if (value > 5) throw value;
  return value;
} catch (int) {
  { ASSAY_INSERTED_FAILS(0x8000000000000047); return 1; ASSAY_INSERTED_END }
} ASSAY_INSERTED_END }
#endif
#if __cplusplus >= 201402L
constexpr int sizedConstant(const int* values, int count) { ASSAY_INSERTED_LITERAL_GUARD(0x8000000000000048, "user::sizedConstant"); ASSAY_INSERTED_SIZE_IF(0x8000000000000048, values, count);
  int sum = 0;
  for (int i = 0; i < count; ++i) sum += values[i];
  return sum;
}
constexpr int kThree[] = {1, 2, 3};
static_assert(sizedConstant(kThree, 3) == 6, "a size leaves a constant expression one");
template <typename T>
constexpr T sizedSame(T value) { ASSAY_INSERTED_LITERAL_GUARD(0x8000000000000049, "user::sizedSame"); ASSAY_INSERTED_SIZE(0x8000000000000049, value); return value; }
enum { kSizedSame = sizedSame(5) };
#endif
#if __cplusplus >= 201703L
constexpr auto sizedLambda = [](int value) { ASSAY_INSERTED_LITERAL_GUARD(0x800000000000004a, "user::sizedLambda"); ASSAY_INSERTED_SIZE(0x800000000000004a, value); return value + 1; };
static_assert(sizedLambda(1) == 2, "a size leaves a lambda constexpr");
#endif
#if __cplusplus >= 202002L
constexpr int sizedLiteral(unsigned long value) { ASSAY_INSERTED_GUARD(0x800000000000004b, "user::sizedLiteral"); ASSAY_INSERTED_SIZE(0x800000000000004b, value); return static_cast<int>(value * 2); }
constexpr int sizedDeep(int value) { ASSAY_INSERTED_RECURSIVE_GUARD(0x800000000000004c, "user::sizedDeep"); ASSAY_INSERTED_SIZE(0x800000000000004c, value); return value == 0 ? 0 : 1 + sizedDeep(value - 1); }
static_assert(sizedLiteral(2) == 4 && sizedDeep(3) == 3, "a size leaves a constant expression one");
#endif
#if defined(HAS_COROUTINES)
Task sizedCoroutine(long value);
Task sizedCoroutine(long value) { ASSAY_INSERTED_COROUTINE_GUARD(0x800000000000004d, "user::sizedCoroutine"); ASSAY_INSERTED_SIZE(0x800000000000004d, value); static_cast<void>(value); co_await std::suspend_never{}; ASSAY_INSERTED_FLOWS_OFF(0x800000000000004d);}
#endif
int sizes();
int sizes() {
  const Sized three = {{1, 2, 3}};
  const Smart smart = {&three}, none = {nullptr};
  int sum = three.sum() + sized(three) + sizedOfPointers(&three, smart, "x", nullptr) + sizedOfPointers(nullptr, none, nullptr, nullptr);
  sum += sizedNonnull(three.values, 2) + sizedInteger(1) + sizedInteger(2u) + sizedInteger('c') + sizedInteger(true) + sizedInteger(-3LL) + sizedInteger(4ULL);
  sum += sizedInteger(Amount::some) + sizedInteger(kSome);
#if defined(__cpp_exceptions) || defined(__EXCEPTIONS)
  sum += sizedTry(3) + sizedTry(7);
#endif
#if __cplusplus >= 201402L
  sum += sizedConstant(three.values, 3) + sizedSame(sum) + kSizedSame;
#endif
#if __cplusplus >= 201703L
  sum += sizedLambda(1);
#endif
#if __cplusplus >= 202002L
  sum += sizedLiteral(3) + sizedDeep(3);
#endif
#if defined(HAS_COROUTINES)
  sizedCoroutine(4);
#endif
  return sum;
}

// Types: of variants, of classes with virtual functions, of template arguments.
class Shape {
 public:
  Shape() = default;
  Shape(const Shape&) = default;
  Shape& operator=(const Shape&) = default;
  virtual ~Shape();
  virtual int sides() const;
  int* operator&() const;  // NOLINT
};
Shape::~Shape() = default;
int Shape::sides() const { return 3; }
int* Shape::operator&() const { return nullptr; }
struct Flat {
  int value;
};
int typedIndex(unsigned long index);
int typedIndex(unsigned long index) { ASSAY_INSERTED_GUARD(0x8000000000000060, "user::typedIndex"); ASSAY_INSERTED_SIZE(0x8000000000000060, 3); ASSAY_INSERTED_TYPE_INDEX(0x8000000000000060, index); return static_cast<int>(index); }
int typedObject(const Shape& shape);
int typedObject(const Shape& shape) { ASSAY_INSERTED_GUARD(0x8000000000000061, "user::typedObject"); ASSAY_INSERTED_TYPE_DYNAMIC(0x8000000000000061, __builtin_addressof(shape)); return shape.sides(); }
int typedPointer(volatile Shape* shape, const Flat* plain);
int typedPointer(volatile Shape* shape, const Flat* plain) { ASSAY_INSERTED_RECURSIVE_GUARD(0x8000000000000062, "user::typedPointer"); ASSAY_INSERTED_TYPE_DYNAMIC(0x8000000000000062, shape); return plain != nullptr ? typedPointer(shape, nullptr) : shape != nullptr; }
int typedPlain(const Flat& plain);
int typedPlain(const Flat& plain) { ASSAY_INSERTED_GUARD(0x8000000000000063, "user::typedPlain"); ASSAY_INSERTED_TYPE_DYNAMIC(0x8000000000000063, &plain); return plain.value; }
template <typename T, int N>
int typedInstance(T value) { ASSAY_INSERTED_GUARD(0x8000000000000064, "user::typedInstance"); ASSAY_INSERTED_TYPE_INSTANCE(0x8000000000000064); return static_cast<int>(value) + N; }
template <typename T>
struct TypedMember {
  int call() const { ASSAY_INSERTED_RECURSIVE_GUARD(0x8000000000000065, "user::TypedMember::call"); ASSAY_INSERTED_TYPE_INSTANCE(0x8000000000000065); return static_cast<int>(sizeof(T)); }
};
#if __cplusplus >= 201402L
template <typename T>
constexpr T typedConstant(T value) { ASSAY_INSERTED_LITERAL_GUARD(0x8000000000000066, "user::typedConstant"); ASSAY_INSERTED_TYPE_INSTANCE(0x8000000000000066); return value; }
constexpr int typedConstantIndex(int index) { ASSAY_INSERTED_LITERAL_GUARD(0x8000000000000067, "user::typedConstantIndex"); ASSAY_INSERTED_TYPE_INDEX(0x8000000000000067, index); return index; }
constexpr int typedConstantObject(const Shape* shape) { ASSAY_INSERTED_LITERAL_GUARD(0x8000000000000068, "user::typedConstantObject"); ASSAY_INSERTED_TYPE_DYNAMIC(0x8000000000000068, shape); return shape == nullptr ? 0 : 1; }
static_assert(typedConstant(4) == 4 && typedConstantIndex(5) == 5 && typedConstantObject(nullptr) == 0, "a type leaves a constant expression one");
#endif
#if __cplusplus >= 202002L
template <typename T>
constexpr T typedLiteral(T value) { ASSAY_INSERTED_GUARD(0x8000000000000069, "user::typedLiteral"); ASSAY_INSERTED_TYPE_INSTANCE(0x8000000000000069); return value; }
static_assert(typedLiteral(4) == 4, "a type leaves a constant expression one");
#endif
#if defined(HAS_COROUTINES)
Task typedCoroutine(long index);
Task typedCoroutine(long index) { ASSAY_INSERTED_COROUTINE_GUARD(0x800000000000006a, "user::typedCoroutine"); ASSAY_INSERTED_TYPE_INDEX(0x800000000000006a, index); static_cast<void>(index); co_await std::suspend_never{}; ASSAY_INSERTED_FLOWS_OFF(0x800000000000006a); }
#endif
int types();
int types() {
  const Shape shape;
  Shape other;
  const Flat plain = {1};
  int sum = typedIndex(3) + typedObject(shape) + typedPointer(__builtin_addressof(other), &plain) + typedPointer(nullptr, nullptr) + typedPlain(plain);
  sum += typedInstance<char, 3>('x') + typedInstance<long, 4>(5) + TypedMember<int>().call();
#if __cplusplus >= 201402L
  sum += typedConstant(sum) + typedConstantIndex(sum) + typedConstantObject(__builtin_addressof(shape));
#endif
#if __cplusplus >= 202002L
  sum += typedLiteral(sum);
#endif
#if defined(HAS_COROUTINES)
  typedCoroutine(4);
#endif
  return sum;
}

int byHand(int value);
int byHand(int value) {
  ASSAY_GUARD("user::byHand");
  {
    ASSAY_GUARD("user::byHand's inner part, a name that is much longer than names usually are, for the constant");
    value += assay_guards_on();
  }
  return value;
}

}  // namespace user

extern "C" int cLinkage(int value);
extern "C" int cLinkage(int value) { ASSAY_INSERTED_GUARD(0x800000000000000c, "cLinkage");
  user::Counter counter(value);
  counter += 1;
  return user::generic(counter.as<int>()) + counter.value();
}

int main() {
  ASSAY_KEY(7);
  int sum = user::sampledTry(1) + user::ordinary(1) + user::lambdas(2) + user::withTry(3) + user::byHand(4) + cLinkage(5) + *user::finds(3);
#if defined(__cpp_exceptions) || defined(__EXCEPTIONS)
  sum += user::functionTry(sum);
#endif
#if __cplusplus >= 201402L
  sum += user::deduced(6) + user::sampledConstant(sum) + user::constant(sum) + user::Literal(sum).twice() + user::same(sum) + user::kSame;
  sum += static_cast<int>(user::factorial(static_cast<unsigned>(sum % 5), 1));
#endif
#if __cplusplus >= 201703L
  sum += user::lambda(1);
#endif
#if __cplusplus >= 202002L
  sum += user::literal(sum) + user::failing(sum) + user::recursiveConstant(3);
#endif
  const user::Session session = {sum}; user::keyedToo(user::Colour::red); sum += user::keyed(sum, &session) + static_cast<int>(user::keyedInShadow(session)); user::setToo(sum); sum += 1 + user::replacing(2, sum, 1, &sum) + user::recursive(4) + user::Tree().walk(3) + user::sizes() + user::types();
#if defined(HAS_COROUTINES)
  sum += user::run();
#endif
  if (sum == -7) user::never();
  return user::entry(user::genericEntry(sum)) > 0 ? 0 : 1;
}
