#include <assay/inserted.h> // A pointer and the number that goes with it.
#include <cstddef>
#include <cstdint>

// AI-generated: GPT-4
std::size_t hash(const char* data, std::size_t size) { ASSAY_INSERTED_GUARD(0xd0770c2d2901e731, "hash"); ASSAY_INSERTED_SIZE(0xd0770c2d2901e731, size); return data[0] + size; }
// AI-generated: GPT-4
int read(int file, void* buf, std::size_t count) { ASSAY_INSERTED_GUARD(0x90f721458e8a56ee, "read"); ASSAY_INSERTED_SIZE(0x90f721458e8a56ee, count); return file + (buf != nullptr) + (count > 2); }
// AI-generated: GPT-4
int apart(const std::uint8_t* key, const char* value, int keyLen, int valueLen) { ASSAY_INSERTED_GUARD(0x2c72bb7d57e004d0, "apart"); ASSAY_INSERTED_SIZE(0x2c72bb7d57e004d0, keyLen); return *key + *value + keyLen + valueLen; }
// AI-generated: GPT-4
int range(const int* first, const int* last) { ASSAY_INSERTED_GUARD(0xf2ed06fbfb2eaef4, "range"); ASSAY_INSERTED_SIZE(0xf2ed06fbfb2eaef4, last - first); return *first + (last != first); }
// AI-generated: GPT-4
template <class T>
T sum(const T* items, unsigned nItems) { ASSAY_INSERTED_GUARD(0x2ffc27ebfa2a8ff7, "sum"); ASSAY_INSERTED_SIZE(0x2ffc27ebfa2a8ff7, nItems); ASSAY_INSERTED_TYPE_INSTANCE(0x2ffc27ebfa2a8ff7); return items[nItems - 1]; }
// AI-generated: GPT-4
int none(const char* name, int flags) { ASSAY_INSERTED_GUARD(0x2a451ca080164899, "none"); return *name + flags; }
struct Node { Node* next; };
// AI-generated: GPT-4
bool links(const Node* first, const Node* last) { ASSAY_INSERTED_GUARD(0x76bbc7b8ff3333a1, "links"); return first == last; }
// AI-generated: GPT-4
int names(const char* first, const char* end) { ASSAY_INSERTED_GUARD(0xf098b1fa1a2b37ef, "names"); return *first + *end; }
// AI-generated: GPT-4
void write(char* out, std::size_t outSize) { ASSAY_INSERTED_GUARD(0xbc194270a020a4c9, "write"); out[outSize - 1] = 'x'; }

// AI-generated: GPT-4
int main(int argc, char** argv) { ASSAY_INSERTED_GUARD(0x1a987e409d03c90a, "main"); ASSAY_INSERTED_SIZE(0x1a987e409d03c90a, argc);
  const char data[] = "ab";
  const int numbers[] = {1, 2};
  char text[2];
  write(text, sizeof text);
  return hash(data, 2) == 0 || argv == nullptr || argc < 0 || read(0, text, 2) == 0 || range(numbers, numbers + 2) == 0 ||
                 sum(numbers, 2) == 0 || none(data, 1) == 0 || !links(nullptr, nullptr) || names(data, data) == 0
             ? 1
             : 0;
}
