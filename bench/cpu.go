package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"time"
)

// tick is the unit of /proc/*/stat: Linux says 100 a second to every program.
const tick = 10 * time.Millisecond

// process is one line of /proc/*/stat.
type process struct {
	pid, parent    int
	own, inherited time.Duration // CPU of itself, and of children it has waited for
}

// parseStat reads the text of /proc/<pid>/stat. The name stands in
// parentheses and may hold anything.
func parseStat(text []byte) (process, error) {
	open, end := bytes.IndexByte(text, '('), bytes.LastIndexByte(text, ')')
	if open < 0 || end < open {
		return process{}, fmt.Errorf("%.60q is no process statistic", text)
	}
	fields := bytes.Fields(text[end+1:])
	if len(fields) < 15 {
		return process{}, fmt.Errorf("%.60q is too short for a process statistic", text)
	}
	var numbers [6]int
	for i, field := range [][]byte{bytes.TrimSpace(text[:open]), fields[1], fields[11], fields[12], fields[13], fields[14]} {
		n, err := strconv.Atoi(string(field))
		if err != nil {
			return process{}, fmt.Errorf("process statistic: %w", err)
		}
		numbers[i] = n
	}
	return process{
		pid: numbers[0], parent: numbers[1],
		own:       time.Duration(numbers[2]+numbers[3]) * tick,
		inherited: time.Duration(numbers[4]+numbers[5]) * tick,
	}, nil
}

// cpuOf is the CPU time of a process and its children so far, those that
// ended included.
func cpuOf(pid int) (time.Duration, error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0, fmt.Errorf("read CPU time: %w", err)
	}
	root, err := parseStat(text)
	if err != nil {
		return 0, err
	}
	total := root.own + root.inherited
	names, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil {
		return 0, err
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			continue // it ended meanwhile
		}
		if p, err := parseStat(text); err == nil && p.parent == pid {
			total += p.own + p.inherited
		}
	}
	return total, nil
}

// residentBytes is the memory of a process now, from /proc/<pid>/statm.
func residentBytes(pid int) (int64, error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/statm", pid))
	if err != nil {
		return 0, fmt.Errorf("read memory: %w", err)
	}
	var size, resident int64
	if _, err := fmt.Sscan(string(text), &size, &resident); err != nil {
		return 0, fmt.Errorf("read memory: %w", err)
	}
	return resident * int64(os.Getpagesize()), nil
}
