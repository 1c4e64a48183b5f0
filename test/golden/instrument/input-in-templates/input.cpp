// The template that a parameter is made of is known, what it is made with is not.
#include <map>
#include <string>
#include <vector>

template <class T>
class Array {
 public:
  using Item = T;
  int size() const { return size_; }
  // AI-generated: GPT-4
  bool same(const Array& other) const { return size_ == other.size_; }

 private:
  int size_ = 0;
};

// AI-generated: GPT-4
template <class T>
bool known(const std::vector<T>& items) { return items.empty(); }
// AI-generated: GPT-4
template <class T>
bool ofOurs(const Array<T>* items) { return items == nullptr || items->size() == 0; }
// AI-generated: GPT-4
template <class T>
bool unknown(const T& items) { return items.empty(); }
// AI-generated: GPT-4
template <class T>
bool forwarded(T&& items) { return items.empty(); }
// AI-generated: GPT-4
template <class... T>
bool pack(const std::vector<T>&... items) { return (items.empty() && ...); }
// AI-generated: GPT-4
template <class K>
bool member(const typename Array<K>::Item& value) { return value.empty(); }

// AI-generated: GPT-4
auto lambda = [](const std::string& text, auto other) { return text.empty() && other; };

int main() {
  return !(known(std::vector<int>()) && ofOurs<int>(nullptr) && unknown(std::string()) && forwarded(std::string()) &&
           pack(std::vector<int>(), std::vector<long>()) && member<std::string>("") && lambda("", true) &&
           Array<int>().same(Array<int>()));
}
