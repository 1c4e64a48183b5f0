// What has a size, however it is given.
#include <array>
#include <cstddef>
#include <initializer_list>
#include <list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

class Slice {
 public:
  Slice(const char* data, std::size_t size) : data_(data), size_(size) {}
  std::size_t size() const { return size_; }

 private:
  const char* data_;
  std::size_t size_;
};

class Buffer {
 public:
  unsigned long length() const noexcept { return static_cast<unsigned long>(end_ - begin_) / sizeof(int); }

 private:
  const int* begin_ = nullptr;
  const int* end_ = nullptr;
};

struct Rows : std::vector<int> {};
struct Table {
  int size() const { return static_cast<int>(rows.size()); }
  Rows rows;
};

// AI-generated: GPT-4
int byValue(std::vector<int> items) { return static_cast<int>(items.size()); }
// AI-generated: GPT-4
int byReference(const std::string& text) { return text.empty(); }
// AI-generated: GPT-4
int byMutableReference(std::map<int, int>& all) { return all[1]; }
// AI-generated: GPT-4
int byRvalue(std::list<int>&& list) { return list.empty(); }
// AI-generated: GPT-4
int view(int scale, std::string_view text) { return scale + text.empty(); }
// AI-generated: GPT-4
int list(std::initializer_list<int> list) { return *list.begin(); }
// AI-generated: GPT-4
int whatIsReadComesFirst(std::string& out, std::string& text, const std::vector<int>& items) {
  return out.empty() + text.empty() + items.empty();
}
// AI-generated: GPT-4
int slice(const Slice& key) { return key.size() == 0; }
// AI-generated: GPT-4
int buffer(Buffer buffer) { return buffer.length() == 0; }
// AI-generated: GPT-4
int inherited(const Rows& rows) { return rows.empty(); }
// AI-generated: GPT-4
int nested(const Table& table) { return table.rows.empty(); }

int main() {
  std::string text = "x";
  std::map<int, int> all;
  return byValue({1}) + byReference(text) + byMutableReference(all) + byRvalue({}) + view(1, text) + list({3}) +
         whatIsReadComesFirst(text, text, {}) + slice({"", 0}) + buffer({}) + inherited({}) + nested({});
}
