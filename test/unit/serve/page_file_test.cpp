// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/page_file.h"

#include <gtest/gtest.h>

namespace assay::serve {
namespace {

TEST(PageFile, IsThePageWithItsScriptAndStyle) {
  EXPECT_TRUE(pageFile("/")->body.starts_with("<!doctype html>"));
  EXPECT_EQ(pageFile("/")->contentType, "text/html; charset=utf-8");
  EXPECT_NE(pageFile("/page.js")->body.find("\"use strict\";"), std::string::npos);
  EXPECT_NE(pageFile("/page.css")->body.find("prefers-color-scheme: dark"), std::string::npos);
  EXPECT_FALSE(pageFile("/page.html"));
  EXPECT_FALSE(pageFile("/page/index.html"));
}

TEST(PageFile, LetsNothingInFromElsewhere) {
  for (const char* path : {"/", "/page.css", "/page.js"}) {
    const HttpResponse file = *pageFile(path);
    EXPECT_TRUE(file.securityPolicy.starts_with("default-src 'none'; script-src 'self'; style-src 'self';"));
    EXPECT_EQ(file.securityPolicy.find("unsafe"), std::string::npos);
    EXPECT_EQ(file.body.find("https://"), std::string::npos);
  }
}

TEST(PageFile, HasNoHandlersAndPutsTextInAsText) {
  const std::string html = pageFile("/")->body, script = pageFile("/page.js")->body;
  for (const char* handler : {" onclick", " onload", " onerror", " style=", "<script>"})
    EXPECT_EQ(html.find(handler), std::string::npos) << handler;
  for (const char* way :
       {"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function("})
    EXPECT_EQ(script.find(way), std::string::npos) << way;
}

}  // namespace
}  // namespace assay::serve
