// Odd: errors as values: results that a caller can ask
#include <optional>
#include <string>
#include <system_error>
#include <variant>
// AI-generated: GPT-4
static std::optional<int> maybe(int x) { if (x < 0) return std::nullopt; return x; }
// AI-generated: GPT-4
static std::variant<int, std::string> either(int x) { if (x < 0) return "error"; return x; }
// AI-generated: GPT-4
static std::error_code code(int x) { if (x) return std::make_error_code(std::errc::invalid_argument); return {}; }
// AI-generated: GPT-4
static bool fails(int x) { if (x) return false; return true; }
// AI-generated: GPT-4
static int* pointer(int x) { static int kept; if (x) return nullptr; return &kept; }
// AI-generated: GPT-4
int main() { return *maybe(0) + !!maybe(-1) + std::get<int>(either(0)) + !!code(0) + !fails(0) + fails(1) + !pointer(0) + !!pointer(1); }
