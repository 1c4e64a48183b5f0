#include <assay/inserted.h> // What a type calls a failure.
#include <memory>
#include <optional>
#include <string>

enum class Code { Ok, Missing };

class Status {
 public:
  static Status OK() { return Status(Code::Ok); }
  static Status NotFound(const std::string&) { return Status(Code::Missing); }
  bool ok() const { return code_ == Code::Ok; }

 private:
  explicit Status(Code code) : code_(code) {}
  Code code_;
};

// AI-generated: GPT-4, 2024-01-15
std::optional<int> parse(const char* text) { ASSAY_INSERTED_GUARD(0xdb247afb856b8070, "parse");
  if (text == nullptr) { ASSAY_INSERTED_FAILS(0xdb247afb856b8070); return std::nullopt; ASSAY_INSERTED_END }
  if (*text == 0) { ASSAY_INSERTED_FAILS(0xdb247afb856b8070); return {}; ASSAY_INSERTED_END }
  for (; *text != 0; ++text)
    if (*text < '0')
      { ASSAY_INSERTED_FAILS(0xdb247afb856b8070); return std::nullopt; ASSAY_INSERTED_END }
    else if (*text > '9') { ASSAY_INSERTED_FAILS(0xdb247afb856b8070); return std::nullopt; ASSAY_INSERTED_END }
  return 1;
}

// AI-generated: GPT-4, 2024-01-15
const char* find(const char* text, char c) { ASSAY_INSERTED_GUARD(0x064654d406525fdc, "find");
  switch (c) {
    case 'a': { ASSAY_INSERTED_FAILS(0x064654d406525fdc); return nullptr; ASSAY_INSERTED_END }
    default: break;
  }
  for (; *text != 0; ++text) if (*text == c) return text;
  { ASSAY_INSERTED_FAILS(0x064654d406525fdc); return NULL; ASSAY_INSERTED_END }
}

// AI-generated: GPT-4, 2024-01-15
std::unique_ptr<int> make(bool fail) { ASSAY_INSERTED_GUARD(0x26d749949f4329ff, "make"); if (fail) { ASSAY_INSERTED_FAILS(0x26d749949f4329ff); return nullptr; ASSAY_INSERTED_END } return std::make_unique<int>(1); }

// AI-generated: GPT-4, 2024-01-15
Status check(int value) { ASSAY_INSERTED_GUARD(0xe995bc63481b48f7, "check"); if (value < 0) { ASSAY_INSERTED_FAILS(0xe995bc63481b48f7); return Status::NotFound("it"); ASSAY_INSERTED_END } return Status::OK(); }

// AI-generated: GPT-4, 2024-01-15
auto lambda = [](bool fail) -> int* { ASSAY_INSERTED_GUARD(0xa8ad7a568177ee54, "lambda::(lambda#1)"); static int found = 1; if (fail) { { ASSAY_INSERTED_FAILS(0xa8ad7a568177ee54); return nullptr; ASSAY_INSERTED_END } } else return &found; };

// AI-generated: GPT-4, 2024-01-15, errors: none
const char* never(bool fail) { ASSAY_INSERTED_GUARD(0x2e3fc2c10cc85572, "never"); if (fail) return nullptr; return ""; }

// AI-generated: GPT-4, 2024-01-15, errors: negative
int count(int value) { ASSAY_INSERTED_GUARD(0xaa0d74f2ead1da0f, "count"); if (value > 9) { ASSAY_INSERTED_FAILS(0xaa0d74f2ead1da0f); return -1; ASSAY_INSERTED_END } return ASSAY_INSERTED_NEGATIVE(0xaa0d74f2ead1da0f) value ASSAY_INSERTED_NEGATIVE_END(0xaa0d74f2ead1da0f); }

// AI-generated: GPT-4, 2024-01-15, errors: false
bool accept(int value) { ASSAY_INSERTED_GUARD(0x836d97118bf90cb7, "accept"); if (value > 9) { ASSAY_INSERTED_FAILS(0x836d97118bf90cb7); return false; ASSAY_INSERTED_END } return true; }

// AI-generated: GPT-4, 2024-01-15
bool plain(int value) { ASSAY_INSERTED_GUARD(0xed5ecc8c3f93ed35, "plain"); if (value > 9) return false; return true; }

int main() {
  const bool right = parse("12") && !parse("x") && !parse("") && !parse(nullptr) && find("xb", 'b') && !find("x", 'a') &&
                     !find("x", 'c') && make(false) && !make(true) && check(0).ok() && !check(-1).ok() && lambda(false) &&
                     !lambda(true) && never(false) && count(10) == -1 && accept(1) && !accept(10) && plain(1);
  return right ? 0 : 1;
}
