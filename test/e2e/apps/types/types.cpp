// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Calls with inputs of known types, each way a type is told; what it prints is the same with guards as
// without.
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

namespace types {

struct Shape {
  virtual ~Shape() = default;
  virtual int sides() const = 0;
};
struct Triangle : Shape {
  int sides() const override { return 3; }
};
template <int Sides>
struct Polygon : Shape {
  int sides() const override { return Sides; }
};
using Value = std::variant<int, std::string, std::vector<int>>;

// AI-generated: GPT-4, 2024-01-15
std::size_t stored(const Value& value) {
  if (value.index() == 2) throw std::runtime_error("a list");
  return value.index();
}

// AI-generated: GPT-4, 2024-01-15
int drawn(const Shape& shape) {
  return shape.sides();
}

// AI-generated: GPT-4, 2024-01-15
int pointed(const Shape* shape) {
  if (shape == nullptr) return 0;
  return shape->sides();
}

// AI-generated: GPT-4, 2024-01-15
int owned(std::unique_ptr<Shape> shape) {
  return shape->sides();
}

// AI-generated: GPT-4, 2024-01-15
template <typename T>
T doubled(T value) {
  return value + value;
}

// AI-generated: GPT-4, 2024-01-15
int closed(const Triangle* shape, int n) {
  return n == 0 ? 1 : shape->sides();
}

// AI-generated: GPT-4, 2024-01-15
int many(const Shape& shape) {
  return shape.sides() > 5 ? throw std::runtime_error("many") : shape.sides();
}

template <int... Sides>
int manyOf() {
  int sum = 0;
  for (const Shape* shape : std::initializer_list<const Shape*>{new Polygon<Sides>...}) {
    try {
      sum += many(*shape);
    } catch (const std::exception&) {
      ++sum;
    }
    delete shape;
  }
  return sum;
}

}  // namespace types

int main() {
  using namespace types;
  std::size_t sum = 0;
  for (int i = 0; i < 30; ++i) {
    const Value value = i % 3 == 0 ? Value(i) : i % 3 == 1 ? Value("text") : Value(std::vector<int>{i});
    try {
      sum += stored(value);
    } catch (const std::exception&) {
      ++sum;
    }
  }
  const Triangle triangle;
  const Polygon<4> square;
  for (int i = 0; i < 10; ++i) {
    sum += static_cast<std::size_t>(drawn(triangle) + pointed(i % 2 == 0 ? &square : nullptr) +
                                    closed(&triangle, 0));
    sum += static_cast<std::size_t>(owned(std::make_unique<Polygon<5>>()) + doubled(i));
    if (i % 2 == 0) sum += doubled(std::string("x")).size();
  }
  sum += static_cast<std::size_t>(manyOf<1, 2, 3, 4, 5, 6, 7, 8, 9, 10>());
  std::printf("%zu\n", sum);
}
