// What a type calls a failure.
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
std::optional<int> parse(const char* text) {
  if (text == nullptr) return std::nullopt;
  if (*text == 0) return {};
  for (; *text != 0; ++text)
    if (*text < '0')
      return std::nullopt;
    else if (*text > '9') return std::nullopt;
  return 1;
}

// AI-generated: GPT-4, 2024-01-15
const char* find(const char* text, char c) {
  switch (c) {
    case 'a': return nullptr;
    default: break;
  }
  for (; *text != 0; ++text) if (*text == c) return text;
  return NULL;
}

// AI-generated: GPT-4, 2024-01-15
std::unique_ptr<int> make(bool fail) { if (fail) return nullptr; return std::make_unique<int>(1); }

// AI-generated: GPT-4, 2024-01-15
Status check(int value) { if (value < 0) return Status::NotFound("it"); return Status::OK(); }

// AI-generated: GPT-4, 2024-01-15
auto lambda = [](bool fail) -> int* { static int found = 1; if (fail) { return nullptr; } else return &found; };

// AI-generated: GPT-4, 2024-01-15, errors: none
const char* never(bool fail) { if (fail) return nullptr; return ""; }

// AI-generated: GPT-4, 2024-01-15, errors: negative
int count(int value) { if (value > 9) return -1; return value; }

// AI-generated: GPT-4, 2024-01-15, errors: false
bool accept(int value) { if (value > 9) return false; return true; }

// AI-generated: GPT-4, 2024-01-15
bool plain(int value) { if (value > 9) return false; return true; }

int main() {
  const bool right = parse("12") && !parse("x") && !parse("") && !parse(nullptr) && find("xb", 'b') && !find("x", 'a') &&
                     !find("x", 'c') && make(false) && !make(true) && check(0).ok() && !check(-1).ok() && lambda(false) &&
                     !lambda(true) && never(false) && count(10) == -1 && accept(1) && !accept(10) && plain(1);
  return right ? 0 : 1;
}
