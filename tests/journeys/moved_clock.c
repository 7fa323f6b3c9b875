/* The wall clock, moved by what one file says; loaded before a program (LD_PRELOAD).
 *
 * Only the three ways to *read* the wall clock are replaced. Sleeping, waiting and every
 * monotonic clock stay the machine's own, so timers go on while the hour jumps. libfaketime
 * was tried first: it also replaces waiting, and in Debian's version that makes Python's
 * time.sleep fail and Qt's timed waits return at once.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#define NS 1000000000LL

static int (*ask_machine)(clockid_t, struct timespec *);
static const volatile int64_t *shift_ns; /* written by the test, shared with it */

__attribute__((constructor)) static void open_shift(void)
{
    ask_machine = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
    const char *path = getenv("JOURNEY_CLOCK");
    int file = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
    if (file < 0)
        return;
    void *page = mmap(NULL, sizeof(int64_t), PROT_READ, MAP_SHARED, file, 0);
    if (page != MAP_FAILED)
        shift_ns = page;
    close(file);
}

int clock_gettime(clockid_t clock, struct timespec *moment)
{
    if (!ask_machine)
        open_shift();
    int failed = ask_machine(clock, moment);
    if (!failed && shift_ns && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) {
        int64_t ns = moment->tv_sec * NS + moment->tv_nsec + *shift_ns;
        moment->tv_sec = ns / NS;
        moment->tv_nsec = ns % NS;
    }
    return failed;
}

int gettimeofday(struct timeval *restrict moment, void *restrict zone)
{
    (void)zone;
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    moment->tv_sec = now.tv_sec;
    moment->tv_usec = now.tv_nsec / 1000;
    return 0;
}

time_t time(time_t *moment)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (moment)
        *moment = now.tv_sec;
    return now.tv_sec;
}
