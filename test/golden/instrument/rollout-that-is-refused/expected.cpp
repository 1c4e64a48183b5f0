#include <assay/inserted.h> // What cannot be called in the place of another function, each with the reason.
#include <string>

int rank(int value) { return value; }
int weaker(int value) { return value; }
template <class T>
T generic(T value) { return value; }
struct Rank {};

// AI-generated: GPT-5, replaces: rank, rollout: 10%
long otherResult(int value) { ASSAY_INSERTED_GUARD(0xf10ce6939e0a2f49, "otherResult"); return value; }
// AI-generated: GPT-5, replaces: rank, rollout: 10%
int otherParameter(const std::string& value) { ASSAY_INSERTED_GUARD(0x8a498378218c691b, "otherParameter"); ASSAY_INSERTED_SIZE(0x8a498378218c691b, value.size()); return static_cast<int>(value.size()); }
// AI-generated: GPT-5, replaces: weaker, rollout: 10%
int stricter(int value) noexcept { ASSAY_INSERTED_GUARD(0xa7fe49c7a68a7ffb, "stricter"); return value; }
// AI-generated: GPT-5, replaces: rnak, rollout: 10%
int misspelt(int value) { ASSAY_INSERTED_GUARD(0x6994ebc26c8bc066, "misspelt"); return value; }
// AI-generated: GPT-5, replaces: below, rollout: 10%
int above(int value) { ASSAY_INSERTED_GUARD(0x53c9c9e9385174db, "above"); return value; }
int below(int value) { return value; }
// AI-generated: GPT-5, replaces: itself, rollout: 10%
int itself(int value) { ASSAY_INSERTED_GUARD(0xa9d3ff29611ba721, "itself"); return value; }
// AI-generated: GPT-5, replaces: generic, rollout: 10%
int ofTemplate(int value) { ASSAY_INSERTED_GUARD(0xa6cd723851aee111, "ofTemplate"); return value; }
// AI-generated: GPT-5, replaces: Rank, rollout: 10%
int ofType(int value) { ASSAY_INSERTED_GUARD(0xf8efb92b37e92e25, "ofType"); return value; }
// AI-generated: GPT-5, replaces: rank(3), rollout: 10%
int noName(int value) { ASSAY_INSERTED_GUARD(0xaad7b2605dede9ae, "noName"); return value; }
// AI-generated: GPT-5, replaces: rank, rollout: 10%
int unnamed(int) { ASSAY_INSERTED_GUARD(0x7d46655e2b44bc2d, "unnamed"); return 1; }
// AI-generated: GPT-5, replaces: rank, rollout: 10%
int hidden(int rank) { ASSAY_INSERTED_GUARD(0x9e9bcdd136249409, "hidden"); return rank; }
// AI-generated: GPT-5, replaces: rank, rollout: 10%
constexpr int constant(int value) { ASSAY_INSERTED_LITERAL_GUARD(0xca63225585982396, "constant"); return value; }
// AI-generated: GPT-5, replaces: generic, rollout: 10%
template <class T>
T genericFast(T value) { ASSAY_INSERTED_GUARD(0x7837774999d83cc8, "genericFast"); ASSAY_INSERTED_TYPE_INSTANCE(0x7837774999d83cc8); return value; }
// AI-generated: GPT-5, rollout: 10%
int ofNothing(int value) { ASSAY_INSERTED_GUARD(0x8b481da4b47eb967, "ofNothing"); return value; }
// AI-generated: GPT-5, replaces: rank
int record(int value) { ASSAY_INSERTED_GUARD(0x2139212abf29384a, "record"); return value; }
// AI-generated: GPT-5, replaces: rank, rollout: 10%, monitor: off
int unwatched(int value) { return value; }
int one(int value);
// AI-generated: GPT-5, replaces: one, rollout: 10%
int two(int value) { ASSAY_INSERTED_GUARD(0x586ccdb4866622ab, "two"); return value; }
// AI-generated: GPT-5, replaces: two, rollout: 10%
int one(int value) { ASSAY_INSERTED_GUARD(0x6eb213e147712539, "one"); return value; }
class Made {
 public:
  // AI-generated: GPT-5, replaces: rank, rollout: 10%
  explicit Made(int value) : value_(value) { ASSAY_INSERTED_GUARD(0xe164d76ac18b972c, "Made::Made");}
  // AI-generated: GPT-5, replaces: rank, rollout: 10%
  int member(int value) { ASSAY_INSERTED_GUARD(0x4dd0df64dc260390, "Made::member"); return value + value_; }

 private:
  int value_;
};
int wrapped(int value);
int wrapper(int value) { return value < 0 ? wrapped(-value) : wrapped(value); }
// AI-generated: GPT-5, replaces: wrapper, rollout: 10%
int wrapped(int value) { ASSAY_INSERTED_GUARD(0x4bd6fe6c3620e0b3, "wrapped"); return value; }
template <int N, typename... Types>
long many(Types... values);
// AI-generated: GPT-5, replaces: many, rollout: 10%
template <class T>
T fewer(const T& value) noexcept { ASSAY_INSERTED_GUARD(0x442a76b4c5bd99f8, "fewer"); ASSAY_INSERTED_TYPE_INSTANCE(0x442a76b4c5bd99f8); return value; }
