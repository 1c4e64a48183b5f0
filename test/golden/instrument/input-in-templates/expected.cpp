#include <assay/inserted.h> // The template that a parameter is made of is known, what it is made with is not.
#include <map>
#include <string>
#include <vector>

template <class T>
class Array {
 public:
  using Item = T;
  int size() const { return size_; }
  // AI-generated: GPT-4
  bool same(const Array& other) const { ASSAY_INSERTED_GUARD(0x67e12cf25d9d01cd, "Array::same"); ASSAY_INSERTED_SIZE(0x67e12cf25d9d01cd, other.size()); ASSAY_INSERTED_TYPE_INSTANCE(0x67e12cf25d9d01cd); return size_ == other.size_; }

 private:
  int size_ = 0;
};

// AI-generated: GPT-4
template <class T>
bool known(const std::vector<T>& items) { ASSAY_INSERTED_GUARD(0x81e2bc62e1a9679d, "known"); ASSAY_INSERTED_SIZE(0x81e2bc62e1a9679d, items.size()); ASSAY_INSERTED_TYPE_INSTANCE(0x81e2bc62e1a9679d); return items.empty(); }
// AI-generated: GPT-4
template <class T>
bool ofOurs(const Array<T>* items) { ASSAY_INSERTED_GUARD(0xef4dbb5d6b82c100, "ofOurs"); ASSAY_INSERTED_SIZE_IF(0xef4dbb5d6b82c100, items, items->size()); ASSAY_INSERTED_TYPE_INSTANCE(0xef4dbb5d6b82c100); return items == nullptr || items->size() == 0; }
// AI-generated: GPT-4
template <class T>
bool unknown(const T& items) { ASSAY_INSERTED_GUARD(0xa1234725cf8b6fcd, "unknown"); ASSAY_INSERTED_TYPE_INSTANCE(0xa1234725cf8b6fcd); return items.empty(); }
// AI-generated: GPT-4
template <class T>
bool forwarded(T&& items) { ASSAY_INSERTED_GUARD(0x231ca9c536890937, "forwarded"); ASSAY_INSERTED_TYPE_INSTANCE(0x231ca9c536890937); return items.empty(); }
// AI-generated: GPT-4
template <class... T>
bool pack(const std::vector<T>&... items) { ASSAY_INSERTED_GUARD(0xf8aadb909542cf58, "pack"); ASSAY_INSERTED_TYPE_INSTANCE(0xf8aadb909542cf58); return (items.empty() && ...); }
// AI-generated: GPT-4
template <class K>
bool member(const typename Array<K>::Item& value) { ASSAY_INSERTED_GUARD(0x4ee01735458546c5, "member"); ASSAY_INSERTED_TYPE_INSTANCE(0x4ee01735458546c5); return value.empty(); }

// AI-generated: GPT-4
auto lambda = [](const std::string& text, auto other) { ASSAY_INSERTED_LITERAL_GUARD(0xa8ad7a568177ee54, "lambda::(lambda#1)"); ASSAY_INSERTED_SIZE(0xa8ad7a568177ee54, text.size()); ASSAY_INSERTED_TYPE_INSTANCE(0xa8ad7a568177ee54); return text.empty() && other; };

int main() {
  return !(known(std::vector<int>()) && ofOurs<int>(nullptr) && unknown(std::string()) && forwarded(std::string()) &&
           pack(std::vector<int>(), std::vector<long>()) && member<std::string>("") && lambda("", true) &&
           Array<int>().same(Array<int>()));
}
