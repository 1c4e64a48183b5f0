// AI-generated: GPT-4, 2026-01-15, prompt: "log in with the token of https://ann:b4dPw7q@git.test/x.git"
int login() { return 1; }

// AI-generated: GPT-4, 2026-01-15, prompt: "log in as https://user:password@git.test/x.git"
int placeholder() { return 2; }

// AI-generated: GPT-4, 2026-01-15, prompt: "a counter", reviewed-by: "-----BEGIN RSA PRIVATE KEY-----"
class Counter {
 public:
  int get() const { return count_; }
  void add() { ++count_; }

 private:
  int count_ = 0;
};
