#include <assay/inserted.h> // A lambda has no name to be known by; where it stands tells it.
#include <csignal>

static volatile std::sig_atomic_t seen;

static int works() {
  seen = 0;
  std::raise(SIGUSR1);
  return seen == SIGUSR1;
}

// AI-generated: GPT-4, 2024-01-15
template <int Step>
static void counted(int number) { seen = number * Step; }

// AI-generated: GPT-4, 2024-01-15
static void byDefault(int number) { seen = number; }

// AI-generated: GPT-4, 2024-01-15
static int install(void (*handler)(int) = byDefault) { ASSAY_INSERTED_GUARD(0x705c38021d0d9c9b, "install");
  std::signal(SIGUSR1, handler);
  return works();
}

int main() {
  // AI-generated: GPT-4, 2024-01-15
  std::signal(SIGUSR1, [](int number) { seen = number; });
  int done = works();
  // AI-generated: GPT-4, 2024-01-15
  const auto held = +[](int number) { seen = number; };
  std::signal(SIGUSR1, held);
  done += works();
  std::signal(SIGUSR1, counted<1>);
  done += works();
  // AI-generated: GPT-4, 2024-01-15
  const auto other = [](int number) { ASSAY_INSERTED_LITERAL_GUARD(0x06dc0cbab811f384, "main::(lambda#3)"); return number + 1; };
  return done + install() + other(0) - 5;
}
