//go:build ignore

// Reads the output of "go test -json", prints one line a package and all of
// what failed, and writes "N passed, N failed" to the file named.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

type event struct {
	Action, Package, ImportPath, Test, Output string
	Elapsed                                   float64
}

func main() {
	output := map[string][]string{} // package and test → what it said
	passed, failed := 0, 0
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(make([]byte, 0, 1<<20), 64<<20)
	for lines.Scan() {
		var e event
		if json.Unmarshal(lines.Bytes(), &e) != nil {
			fmt.Println(lines.Text()) // not of go test
			continue
		}
		key := e.Package + "\x00" + e.Test
		switch e.Action {
		case "build-output":
			fmt.Print(e.Output)
		case "output":
			output[key] = append(output[key], e.Output)
		case "pass", "skip", "fail":
			if e.Test == "" {
				fmt.Printf("%-4s %s %.1fs\n", e.Action, e.Package, e.Elapsed)
				if e.Action == "fail" {
					fmt.Print(strings.Join(output[key], ""))
					failed += noTest(output, e.Package)
				}
				continue
			}
			if e.Action == "fail" {
				failed++
				fmt.Print(strings.Join(output[key], ""))
			} else if e.Action == "pass" {
				passed++
			}
			if e.Action != "fail" {
				delete(output, key)
			}
		}
	}
	if passed == 0 {
		failed = max(failed, 1)
	}
	line := fmt.Sprintf("%d passed, %d failed\n", passed, failed)
	if err := os.WriteFile(os.Args[1], []byte(line), 0o644); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	if failed > 0 {
		os.Exit(1)
	}
}

// noTest is 1 for a package that failed without a failing test: it did not
// build, or its process ended.
func noTest(output map[string][]string, pkg string) int {
	for key := range output {
		if strings.HasPrefix(key, pkg+"\x00Test") && strings.Contains(strings.Join(output[key], ""), "--- FAIL") {
			return 0
		}
	}
	return 1
}
