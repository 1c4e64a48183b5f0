// A pointer and the number that goes with it.
#include <cstddef>
#include <cstdint>

// AI-generated: GPT-4
std::size_t hash(const char* data, std::size_t size) { return data[0] + size; }
// AI-generated: GPT-4
int read(int file, void* buf, std::size_t count) { return file + (buf != nullptr) + (count > 2); }
// AI-generated: GPT-4
int apart(const std::uint8_t* key, const char* value, int keyLen, int valueLen) { return *key + *value + keyLen + valueLen; }
// AI-generated: GPT-4
int range(const int* first, const int* last) { return *first + (last != first); }
// AI-generated: GPT-4
template <class T>
T sum(const T* items, unsigned nItems) { return items[nItems - 1]; }
// AI-generated: GPT-4
int none(const char* name, int flags) { return *name + flags; }
struct Node { Node* next; };
// AI-generated: GPT-4
bool links(const Node* first, const Node* last) { return first == last; }
// AI-generated: GPT-4
int names(const char* first, const char* end) { return *first + *end; }
// AI-generated: GPT-4
void write(char* out, std::size_t outSize) { out[outSize - 1] = 'x'; }

// AI-generated: GPT-4
int main(int argc, char** argv) {
  const char data[] = "ab";
  const int numbers[] = {1, 2};
  char text[2];
  write(text, sizeof text);
  return hash(data, 2) == 0 || argv == nullptr || argc < 0 || read(0, text, 2) == 0 || range(numbers, numbers + 2) == 0 ||
                 sum(numbers, 2) == 0 || none(data, 1) == 0 || !links(nullptr, nullptr) || names(data, data) == 0
             ? 1
             : 0;
}
