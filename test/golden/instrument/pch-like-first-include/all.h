#pragma once
const int kZero = 0;
