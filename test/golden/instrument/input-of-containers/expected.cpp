#include <assay/inserted.h> // What has a size, however it is given.
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
int byValue(std::vector<int> items) { ASSAY_INSERTED_GUARD(0xedf0982c017f3608, "byValue"); ASSAY_INSERTED_SIZE(0xedf0982c017f3608, items.size()); return static_cast<int>(items.size()); }
// AI-generated: GPT-4
int byReference(const std::string& text) { ASSAY_INSERTED_GUARD(0xdecc1a37d4d74db5, "byReference"); ASSAY_INSERTED_SIZE(0xdecc1a37d4d74db5, text.size()); return text.empty(); }
// AI-generated: GPT-4
int byMutableReference(std::map<int, int>& all) { ASSAY_INSERTED_GUARD(0x4e1aac94121325f1, "byMutableReference"); ASSAY_INSERTED_SIZE(0x4e1aac94121325f1, all.size()); return all[1]; }
// AI-generated: GPT-4
int byRvalue(std::list<int>&& list) { ASSAY_INSERTED_GUARD(0x2cd360ef02ead6cd, "byRvalue"); ASSAY_INSERTED_SIZE(0x2cd360ef02ead6cd, list.size()); return list.empty(); }
// AI-generated: GPT-4
int view(int scale, std::string_view text) { ASSAY_INSERTED_GUARD(0x71732cf140303826, "view"); ASSAY_INSERTED_SIZE(0x71732cf140303826, text.size()); return scale + text.empty(); }
// AI-generated: GPT-4
int list(std::initializer_list<int> list) { ASSAY_INSERTED_GUARD(0x3528fca5ca49c65f, "list"); ASSAY_INSERTED_SIZE(0x3528fca5ca49c65f, list.size()); return *list.begin(); }
// AI-generated: GPT-4
int whatIsReadComesFirst(std::string& out, std::string& text, const std::vector<int>& items) { ASSAY_INSERTED_GUARD(0x6baa9cb78faf3888, "whatIsReadComesFirst"); ASSAY_INSERTED_SIZE(0x6baa9cb78faf3888, items.size());
  return out.empty() + text.empty() + items.empty();
}
// AI-generated: GPT-4
int slice(const Slice& key) { ASSAY_INSERTED_GUARD(0x8ebd89fafdc2c2c7, "slice"); ASSAY_INSERTED_SIZE(0x8ebd89fafdc2c2c7, key.size()); return key.size() == 0; }
// AI-generated: GPT-4
int buffer(Buffer buffer) { ASSAY_INSERTED_GUARD(0x7a556e693005c5df, "buffer"); ASSAY_INSERTED_SIZE(0x7a556e693005c5df, buffer.length()); return buffer.length() == 0; }
// AI-generated: GPT-4
int inherited(const Rows& rows) { ASSAY_INSERTED_GUARD(0x334f8ad2b328171a, "inherited"); ASSAY_INSERTED_SIZE(0x334f8ad2b328171a, rows.size()); return rows.empty(); }
// AI-generated: GPT-4
int nested(const Table& table) { ASSAY_INSERTED_GUARD(0x9b991deb93223762, "nested"); ASSAY_INSERTED_SIZE(0x9b991deb93223762, table.size()); return table.rows.empty(); }

int main() {
  std::string text = "x";
  std::map<int, int> all;
  return byValue({1}) + byReference(text) + byMutableReference(all) + byRvalue({}) + view(1, text) + list({3}) +
         whatIsReadComesFirst(text, text, {}) + slice({"", 0}) + buffer({}) + inherited({}) + nested({});
}
