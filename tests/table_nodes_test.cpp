// What is told of a table itself.

#include "map/table_nodes.h"

#include "test.h"

namespace musclekg::test {
namespace {

TEST(IsoDate, OfWhatAuthorsWrite) {
  EXPECT_EQ(iso_date_of("June 15, 2026"), "2026-06-15");
  EXPECT_EQ(iso_date_of("15 June 2026"), "2026-06-15");
  EXPECT_EQ(iso_date_of("march 7 2025"), "2025-03-07");
  EXPECT_EQ(iso_date_of("2026-06-15"), "2026-06-15");
}

TEST(IsoDate, WhatIsNoDayHasNone) {
  for (const char* text : {"", "June 2026", "June 31, 2026", "February 29, 2026", "0 June 2026", "2026-02-30", "15 Jun 2026", "15/06/2026",
                           "June 15, 26", "June June 2026", "1 2 June 2026", "soon"})
    EXPECT_EQ(iso_date_of(text), "") << text;
}

}  // namespace
}  // namespace musclekg::test
