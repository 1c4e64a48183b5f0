namespace n {
// AI-generated: GPT-4
inline int f(int x) { return x; }
}
#pragma once
namespace n {
// AI-generated: GPT-4
template <class T> constexpr T g(T x) { return x; }
template <class T> inline T v = g(T());
}
