// Package layout answers whether the house still has its shape: which room may
// import which, how large a file may get, where generated code lives. It holds
// tests alone; a new arrow is a line in imports_test.go that a reviewer sees.
package layout
