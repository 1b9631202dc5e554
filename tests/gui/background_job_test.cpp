// Work beside the window: what is stopped is not heard of again, a second one replaces the first, and the window never waits.
#include "gui/shell/background_job.h"

#include <QElapsedTimer>
#include <QTest>
#include <QThread>
#include <QThreadPool>
#include <atomic>
#include <memory>

#include "support/catch.h"

namespace tradewind::gui {
namespace {

constexpr int patience = 10000;  // milliseconds

/// Goes on until it is asked to end; then counts itself as gone.
BackgroundJob::Work endless(std::atomic<int>& begun, std::atomic<int>& gone) {
  return [&begun, &gone](const BackgroundJob::Run& run) {
    ++begun;
    while (run.goes_on()) QThread::msleep(1);
    ++gone;
  };
}

void let_all_end() {
  QThreadPool::globalInstance()->waitForDone();
  QCoreApplication::processEvents();
}

}  // namespace

TEST_CASE("Work runs on another thread, and what comes of it on the window's, in order, before it has ended") {
  BackgroundJob job;
  QThread* worked_on = nullptr;
  std::vector<int> heard;
  QObject::connect(&job, &BackgroundJob::ended, [&] { heard.push_back(3); });
  job.start([&](const BackgroundJob::Run& run) {
    worked_on = QThread::currentThread();
    for (const int what : {1, 2})
      run.deliver([&heard, what] {
        CHECK(QThread::currentThread() == QCoreApplication::instance()->thread());
        heard.push_back(what);
      });
  });
  CHECK(job.is_running());
  REQUIRE(QTest::qWaitFor([&] { return !job.is_running(); }, patience));
  CHECK(worked_on != QThread::currentThread());
  CHECK(heard == std::vector<int>{1, 2, 3});
}

TEST_CASE("Stopping takes no time, ends the work within a tenth of a second, and nothing of it arrives") {
  std::atomic<int> begun{0};
  std::atomic<int> gone{0};
  bool is_heard = false;
  BackgroundJob job;
  int ended = 0;
  QObject::connect(&job, &BackgroundJob::ended, [&] { ++ended; });
  job.start([&, work = endless(begun, gone)](const BackgroundJob::Run& run) {
    work(run);
    run.deliver([&] { is_heard = true; });
  });
  REQUIRE(QTest::qWaitFor([&] { return begun == 1; }, patience));
  QElapsedTimer clock;
  clock.start();
  job.stop();
  CHECK(clock.elapsed() < 50);
  CHECK_FALSE(job.is_running());
  CHECK(ended == 1);
  REQUIRE(QTest::qWaitFor([&] { return gone == 1; }, patience));
  CHECK(clock.elapsed() < 100);
  let_all_end();
  CHECK_FALSE(is_heard);
  CHECK(ended == 1);
}

TEST_CASE("A second request replaces the first, which is not heard of again") {
  std::atomic<int> begun{0};
  std::atomic<int> gone{0};
  BackgroundJob job;
  std::vector<int> heard;
  int ended = 0;
  QObject::connect(&job, &BackgroundJob::ended, [&] { ++ended; });
  for (int request = 0; request < 20; ++request)
    job.start([&, request, work = endless(begun, gone)](const BackgroundJob::Run& run) {
      if (request < 19) work(run);
      run.deliver([&heard, request] { heard.push_back(request); });
    });
  REQUIRE(QTest::qWaitFor([&] { return !job.is_running(); }, patience));
  let_all_end();
  CHECK(heard == std::vector<int>{19});
  CHECK(begun == gone);
  CHECK(ended == 1);
}

TEST_CASE("Work that is asked to end before it began still says so") {
  BackgroundJob job;
  bool went_on = true;
  job.start([&](const BackgroundJob::Run& run) {
    while (run.goes_on()) QThread::msleep(1);
    run.deliver([&went_on] { went_on = false; });
  });
  job.ask_to_end();
  REQUIRE(QTest::qWaitFor([&] { return !job.is_running(); }, patience));
  CHECK_FALSE(went_on);
}

TEST_CASE("Work that is asked to end still tells how far it came") {
  std::atomic<int> begun{0};
  std::atomic<int> gone{0};
  BackgroundJob job;
  bool is_heard = false;
  job.start([&, work = endless(begun, gone)](const BackgroundJob::Run& run) {
    work(run);
    run.deliver([&] { is_heard = true; });
  });
  REQUIRE(QTest::qWaitFor([&] { return begun == 1; }, patience));
  job.ask_to_end();
  REQUIRE(QTest::qWaitFor([&] { return !job.is_running(); }, patience));
  CHECK(is_heard);
}

TEST_CASE("News are due ten times a second at most, however often is asked") {
  BackgroundJob job;
  int due = 0;
  QElapsedTimer clock;
  clock.start();
  job.start([&due](const BackgroundJob::Run& run) {
    QElapsedTimer worked;
    worked.start();
    while (worked.elapsed() < 350) {
      due += run.is_time_for_news() ? 1 : 0;
      QThread::msleep(1);
    }
  });
  REQUIRE(QTest::qWaitFor([&] { return !job.is_running(); }, patience));
  CHECK(due >= 1);
  CHECK(due <= clock.elapsed() / 100);
}

TEST_CASE("A job that is destroyed while it works leaves nothing behind") {
  std::atomic<int> begun{0};
  std::atomic<int> gone{0};
  bool is_heard = false;
  {
    BackgroundJob job;
    job.start([&, work = endless(begun, gone)](const BackgroundJob::Run& run) {
      work(run);
      run.deliver([&] { is_heard = true; });
    });
    REQUIRE(QTest::qWaitFor([&] { return begun == 1; }, patience));
  }
  let_all_end();
  CHECK(gone == 1);
  CHECK_FALSE(is_heard);
}

}  // namespace tradewind::gui
