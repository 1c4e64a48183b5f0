// What cannot be asked, or says nothing, is not asked.
#include <array>
#include <bitset>
#include <forward_list>
#include <mutex>
#include <new>
#include <string>
#include <vector>

class Counting { public: int size() const { int n = 0; while (n < 3) ++n; return n; } };
class Calling { public: int size() const { return count(); } private: static int count() { return 1; } };
class Private { int size() const { return size_; } int size_ = 0; };
class Overloaded { public: int size() const { return size_; } int size() { return ++size_; } private: int size_ = 0; };
class Changing { public: int size() { return ++size_; } private: int size_ = 0; };
class Virtual { public: virtual ~Virtual() = default; virtual int size() const { return size_; } private: int size_ = 0; };
class Following { public: int size() const { return *size_; } private: int* size_ = nullptr; };
class Fixed { public: int size() const { return 4; } };
class Locked { public: int size() const { return size_; } private: mutable std::mutex mutex_; int size_ = 0; };
class Incomplete;
struct Node { Node* next; };
#define NAMED(name) const std::string& name

// AI-generated: GPT-4
bool fixed(const std::array<int, 3>& a, const std::bitset<3>& b, const int (&c)[3]) { return a[0] + c[0] + b[0]; }
// AI-generated: GPT-4
bool forward(const std::forward_list<int>& list) { return list.empty(); }
// AI-generated: GPT-4
const void* ofCounting(const Counting& value) { return &value; }
// AI-generated: GPT-4
const void* ofCalling(const Calling& value) { return &value; }
// AI-generated: GPT-4
const void* ofPrivate(const Private& value) { return &value; }
// AI-generated: GPT-4
const void* ofOverloaded(const Overloaded& value) { return &value; }
// AI-generated: GPT-4
const void* ofChanging(const Changing& value) { return &value; }
// AI-generated: GPT-4
const void* ofVirtual(const Virtual& value) { return &value; }
// AI-generated: GPT-4
const void* ofFollowing(const Following& value) { return &value; }
// AI-generated: GPT-4
const void* ofFixed(const Fixed& value) { return &value; }
// AI-generated: GPT-4
const void* ofLocked(const Locked& value) { return &value; }
// AI-generated: GPT-4
const void* ofIncomplete(const Incomplete& value) { return &value; }
// AI-generated: GPT-4
bool links(const Node* first, const Node* last) { return first == last; }
// AI-generated: GPT-4
bool unnamed(const std::string&) { return true; }
// AI-generated: GPT-4
bool fromMacro(NAMED(text)) { return text.empty(); }
// AI-generated: GPT-4
bool unused([[maybe_unused]] const std::string& text) { return true; }
// AI-generated: GPT-4
const volatile void* isVolatile(const volatile std::string* text) { return text; }
// AI-generated: GPT-4
bool locking(std::mutex& mutex, const std::vector<int>& queue) {
  const std::lock_guard<std::mutex> lock(mutex);
  return queue.empty();
}
const std::string* const kNobody = nullptr;
// AI-generated: GPT-4
bool isMark(const std::string* text) { return text == kNobody || text->empty(); }
// AI-generated: GPT-4
bool onlyPassed(const std::string* text) { return isMark(text); }
// AI-generated: GPT-4
bool beginsThere(std::string* text) { return !(new (text) std::string("abc"))->empty() && text->size() == 3; }
// AI-generated: GPT-4
bool isAnArray(const std::string* texts) { return texts[0].empty() || texts->empty(); }
// AI-generated: GPT-4
bool variadic(int n, ...) { return n > 0; }
class Incomplete { public: int size() const { return size_; } private: int size_ = 0; };

int main() {
  std::mutex mutex;
  alignas(std::string) char room[sizeof(std::string)];
  if (!isMark(nullptr) || !onlyPassed(nullptr) || isAnArray(std::array<std::string, 1>{"abc"}.data())) return 1;
  if (!beginsThere(reinterpret_cast<std::string*>(room))) return 2;
  return !(ofCounting({}) && ofCalling({}) && ofPrivate({}) && ofOverloaded({}) && ofChanging({}) && ofVirtual({}) && ofFollowing({}) &&
           ofFixed({}) && ofIncomplete({}) && links(nullptr, nullptr) && unnamed("") && fromMacro("") && unused("") && !isVolatile(nullptr) && locking(mutex, {}) &&
           variadic(1) && forward({}) && fixed({1}, {}, {1, 2, 3}));
}
