#include <assay/inserted.h> // What cannot be asked, or says nothing, is not asked.
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
bool fixed(const std::array<int, 3>& a, const std::bitset<3>& b, const int (&c)[3]) { ASSAY_INSERTED_GUARD(0x78dc5890884d330b, "fixed"); return a[0] + c[0] + b[0]; }
// AI-generated: GPT-4
bool forward(const std::forward_list<int>& list) { ASSAY_INSERTED_GUARD(0x0a83dea8667314c1, "forward"); return list.empty(); }
// AI-generated: GPT-4
const void* ofCounting(const Counting& value) { ASSAY_INSERTED_GUARD(0xf6854476924b4bae, "ofCounting"); return &value; }
// AI-generated: GPT-4
const void* ofCalling(const Calling& value) { ASSAY_INSERTED_GUARD(0x0c8b2c414d14862e, "ofCalling"); return &value; }
// AI-generated: GPT-4
const void* ofPrivate(const Private& value) { ASSAY_INSERTED_GUARD(0x0483dd4af7d31b6d, "ofPrivate"); return &value; }
// AI-generated: GPT-4
const void* ofOverloaded(const Overloaded& value) { ASSAY_INSERTED_GUARD(0x9740d98c69430a7f, "ofOverloaded"); return &value; }
// AI-generated: GPT-4
const void* ofChanging(const Changing& value) { ASSAY_INSERTED_GUARD(0x37fa0ddcd1e15117, "ofChanging"); return &value; }
// AI-generated: GPT-4
const void* ofVirtual(const Virtual& value) { ASSAY_INSERTED_GUARD(0x4ee6a3abe68de5a3, "ofVirtual"); return &value; }
// AI-generated: GPT-4
const void* ofFollowing(const Following& value) { ASSAY_INSERTED_GUARD(0x0804122764303992, "ofFollowing"); return &value; }
// AI-generated: GPT-4
const void* ofFixed(const Fixed& value) { ASSAY_INSERTED_GUARD(0xa4593f815d79d281, "ofFixed"); return &value; }
// AI-generated: GPT-4
const void* ofLocked(const Locked& value) { ASSAY_INSERTED_GUARD(0xf850f2e99c3e0386, "ofLocked"); return &value; }
// AI-generated: GPT-4
const void* ofIncomplete(const Incomplete& value) { ASSAY_INSERTED_GUARD(0x7ee4edc61502c7ee, "ofIncomplete"); return &value; }
// AI-generated: GPT-4
bool links(const Node* first, const Node* last) { ASSAY_INSERTED_GUARD(0x76bbc7b8ff3333a1, "links"); return first == last; }
// AI-generated: GPT-4
bool unnamed(const std::string&) { ASSAY_INSERTED_GUARD(0x83d7c3c1a42e7cf3, "unnamed"); return true; }
// AI-generated: GPT-4
bool fromMacro(NAMED(text)) { ASSAY_INSERTED_GUARD(0x9481c54bc1c32735, "fromMacro"); return text.empty(); }
// AI-generated: GPT-4
bool unused([[maybe_unused]] const std::string& text) { ASSAY_INSERTED_GUARD(0x07461f467c284d7c, "unused"); return true; }
// AI-generated: GPT-4
const volatile void* isVolatile(const volatile std::string* text) { ASSAY_INSERTED_GUARD(0xd65a6f9f18e813fd, "isVolatile"); return text; }
// AI-generated: GPT-4
bool locking(std::mutex& mutex, const std::vector<int>& queue) { ASSAY_INSERTED_GUARD(0xa5a74e734ba80abc, "locking");
  const std::lock_guard<std::mutex> lock(mutex);
  return queue.empty();
}
const std::string* const kNobody = nullptr;
// AI-generated: GPT-4
bool isMark(const std::string* text) { ASSAY_INSERTED_GUARD(0xdbccd06e5f4c393c, "isMark"); return text == kNobody || text->empty(); }
// AI-generated: GPT-4
bool onlyPassed(const std::string* text) { ASSAY_INSERTED_GUARD(0x221fdea58fcc0a8c, "onlyPassed"); return isMark(text); }
// AI-generated: GPT-4
bool beginsThere(std::string* text) { ASSAY_INSERTED_GUARD(0xa39170140758ab35, "beginsThere"); return !(new (text) std::string("abc"))->empty() && text->size() == 3; }
// AI-generated: GPT-4
bool isAnArray(const std::string* texts) { ASSAY_INSERTED_GUARD(0xef12b39554fd351f, "isAnArray"); return texts[0].empty() || texts->empty(); }
// AI-generated: GPT-4
bool variadic(int n, ...) { ASSAY_INSERTED_GUARD(0xf11f29c0187c2921, "variadic"); return n > 0; }
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
