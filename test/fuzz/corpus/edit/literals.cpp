const char* a = "{\"{"; char c = '{';
const char* r = R"x({

)" {)x";
// x
long n = 1'000;
int f() {}
