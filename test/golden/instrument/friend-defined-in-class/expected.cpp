#include <assay/inserted.h> // Points.
namespace geometry {
struct Point {
  int x;
  // AI-generated: GPT-4, 2024-01-15
  friend int distance(const Point& a, const Point& b) { ASSAY_INSERTED_GUARD(0xb8124ebbe60c2832, "geometry::distance"); return a.x - b.x; }
};
}  // namespace geometry

int main() {
  return distance(geometry::Point{3}, geometry::Point{1}) - 2;
}
