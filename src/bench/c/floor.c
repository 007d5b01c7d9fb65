/*
 * What the kernel itself charges for its sockets: the bare sock_diag dump, and a full walk over the descriptors of all processes.
 *
 *   floor [-i] [-w] [-n REPEATS]
 *     -i   ask for tcp_info with every TCP socket
 *     -w   walk descriptors instead
 *
 * Prints one line for each repeat: wall and CPU microseconds, and rows (with -w: socket descriptors). One pass over IPv4 and IPv6 TCP with the old
 * request type, where the kernel still has it, then UDP of both families: what the program asks for.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define ALL_STATES 0xffffffffu /* bit 13 too: bound, neither listening nor connected (include/net/tcp_states.h) */
#define BUFFER (64 * 1024)     /* the kernel fills at most 32 KiB a call (netlink_dump in net/netlink/af_netlink.c) */

static char buffer[BUFFER] __attribute__((aligned(8)));

static void die(const char *what) {
    fprintf(stderr, "floor: %s: %s\n", what, strerror(errno));
    exit(3);
}

static double micros(clockid_t clock) {
    struct timespec now;
    clock_gettime(clock, &now);
    return now.tv_sec * 1e6 + now.tv_nsec / 1e3;
}

static void ask(int fd, int type, const void *body, size_t length) {
    struct {
        struct nlmsghdr head;
        char body[sizeof(struct inet_diag_req_v2) + sizeof(struct inet_diag_req)];
    } request = {.head = {.nlmsg_len = NLMSG_LENGTH(length), .nlmsg_type = type, .nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP}};
    memcpy(request.body, body, length);
    if (send(fd, &request, request.head.nlmsg_len, 0) < 0) {
        die("send");
    }
}

/* The rows of one dump; -1 if the kernel refuses the request. */
static long rows(int fd) {
    long count = 0;
    for (;;) {
        ssize_t length = recv(fd, buffer, sizeof buffer, MSG_TRUNC);
        if (length < 0) {
            die("recv");
        }
        if (length > (ssize_t) sizeof buffer) {
            errno = EMSGSIZE;
            die("recv");
        }
        for (struct nlmsghdr *head = (struct nlmsghdr *) buffer; NLMSG_OK(head, length); head = NLMSG_NEXT(head, length)) {
            if (head->nlmsg_type == NLMSG_DONE) {
                int code = head->nlmsg_len >= NLMSG_LENGTH(sizeof(int)) ? *(int *) NLMSG_DATA(head) : 0;
                return code < 0 ? -1 : count;
            }
            if (head->nlmsg_type == NLMSG_ERROR) {
                errno = -((struct nlmsgerr *) NLMSG_DATA(head))->error;
                return -1;
            }
            count++;
        }
    }
}

static long by_family(int fd, int family, int protocol, int extensions) {
    struct inet_diag_req_v2 request = {
        .sdiag_family = family, .sdiag_protocol = protocol, .idiag_ext = extensions, .idiag_states = ALL_STATES};
    ask(fd, SOCK_DIAG_BY_FAMILY, &request, sizeof request);
    return rows(fd);
}

static long tcp(int fd, int extensions) {
    struct inet_diag_req request = {.idiag_family = AF_INET, .idiag_ext = extensions, .idiag_states = ALL_STATES};
    ask(fd, TCPDIAG_GETSOCK, &request, sizeof request);
    long count = rows(fd);
    if (count >= 0) {
        return count;
    }
    count = by_family(fd, AF_INET, IPPROTO_TCP, extensions);
    long six = by_family(fd, AF_INET6, IPPROTO_TCP, extensions);
    return count < 0 ? -1 : count + (six < 0 ? 0 : six);
}

static long dump(int fd, int info) {
    long count = tcp(fd, info ? 1 << (INET_DIAG_INFO - 1) : 0);
    if (count < 0) {
        die("no TCP sockets from sock_diag");
    }
    long four = by_family(fd, AF_INET, IPPROTO_UDP, 0);
    long six = by_family(fd, AF_INET6, IPPROTO_UDP, 0);
    return count + (four < 0 ? 0 : four) + (six < 0 ? 0 : six);
}

struct entry { /* struct linux_dirent64 of getdents(2) */
    unsigned long long inode;
    long long offset;
    unsigned short length;
    unsigned char type;
    char name[];
};

static long walk_process(int folder) {
    static char names[32 * 1024];
    char target[64];
    long count = 0, length;
    while ((length = syscall(SYS_getdents64, folder, names, sizeof names)) > 0) {
        for (long at = 0; at < length; at += ((struct entry *) (names + at))->length) {
            struct entry *entry = (struct entry *) (names + at);
            if (entry->name[0] != '.') {
                ssize_t got = readlinkat(folder, entry->name, target, sizeof target);
                count += got > 8 && memcmp(target, "socket:[", 8) == 0;
            }
        }
    }
    return count;
}

static long walk(void) {
    DIR *proc = opendir("/proc");
    if (!proc) {
        die("/proc");
    }
    long count = 0;
    for (struct dirent *each; (each = readdir(proc));) {
        char path[300];
        if (each->d_name[0] < '0' || each->d_name[0] > '9') {
            continue;
        }
        snprintf(path, sizeof path, "/proc/%s/fd", each->d_name);
        int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (folder >= 0) {
            count += walk_process(folder);
            close(folder);
        } else if (errno == EMFILE || errno == ENFILE) {
            die(path);
        }
    }
    closedir(proc);
    return count;
}

int main(int argc, char **argv) {
    int info = 0, walking = 0, repeats = 1;
    for (int option; (option = getopt(argc, argv, "iwn:")) != -1;) {
        switch (option) {
        case 'i': info = 1; break;
        case 'w': walking = 1; break;
        case 'n': repeats = atoi(optarg); break;
        default: return 2;
        }
    }
    int fd = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_SOCK_DIAG);
    if (fd < 0) {
        die("NETLINK_SOCK_DIAG");
    }
    for (int i = 0; i < repeats; i++) {
        double wall = micros(CLOCK_MONOTONIC), cpu = micros(CLOCK_THREAD_CPUTIME_ID);
        long count = walking ? walk() : dump(fd, info);
        cpu = micros(CLOCK_THREAD_CPUTIME_ID) - cpu;
        wall = micros(CLOCK_MONOTONIC) - wall;
        printf("%.1f %.1f %ld\n", wall, cpu, count);
    }
    return 0;
}
