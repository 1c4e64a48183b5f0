// Points.
namespace geometry {
struct Point {
  int x;
  // AI-generated: GPT-4, 2024-01-15
  friend int distance(const Point& a, const Point& b) { return a.x - b.x; }
};
}  // namespace geometry

int main() {
  return distance(geometry::Point{3}, geometry::Point{1}) - 2;
}
