/* Moves the clock of every process that preloads it: real time is CLOCK_SHIFT seconds ahead, monotonic time stays.
 *
 * It takes no lock and allocates nothing, so it is safe below .NET's threads and below an allocator that reads the clock while it
 * starts (Redis); libfaketime is neither (docs/decisions/0182). */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static time_t shift;
static int (*system_clock)(clockid_t, struct timespec *);

__attribute__((constructor)) static void start(void) {
    const char *seconds = getenv("CLOCK_SHIFT");
    shift = seconds ? strtol(seconds, NULL, 10) : 0;
    system_clock = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
}

int clock_gettime(clockid_t id, struct timespec *now) {
    /* Before start has run, the system call itself answers: slower, and right. */
    int result = system_clock ? system_clock(id, now) : (int)syscall(SYS_clock_gettime, id, now);
    if (result == 0 && (id == CLOCK_REALTIME || id == CLOCK_REALTIME_COARSE)) now->tv_sec += shift;
    return result;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
    (void)zone;
    struct timespec real;
    if (clock_gettime(CLOCK_REALTIME, &real) != 0) return -1;
    now->tv_sec = real.tv_sec;
    now->tv_usec = real.tv_nsec / 1000;
    return 0;
}

time_t time(time_t *result) {
    struct timespec real;
    if (clock_gettime(CLOCK_REALTIME, &real) != 0) return -1;
    if (result) *result = real.tv_sec;
    return real.tv_sec;
}
