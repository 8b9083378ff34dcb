// Package console answers how the reference console gets into a browser: the
// build in dist, carried in the binary. "make console" makes it; without npm
// the server builds all the same and says so in its place.
package console

import (
	"embed"
	"errors"
	"io"
	"io/fs"
	"net/http"

	"tenantry/internal/server/bundle"
)

//go:embed all:dist
var dist embed.FS

// Path is where the console expects to be mounted.
const Path = "/console"

// policy lets the console load its own files and talk to its own server, and
// write no text into the page that could be read as a program: it has no
// trusted types, and can make none.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
	"font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; " +
	"form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

// Handler serves the console below /console/, or tells how to build it.
func Handler() http.Handler {
	files, err := fs.Sub(dist, "dist")
	if err != nil {
		panic(err)
	}
	return handler(files)
}

func handler(files fs.FS) http.Handler {
	h, err := bundle.Handler(bundle.Config{Files: files, Path: Path, Policy: policy, SinglePage: true})
	if errors.Is(err, bundle.ErrNotBuilt) {
		return http.HandlerFunc(missing)
	}
	if err != nil {
		panic(err)
	}
	return h
}

// Built tells whether this binary carries the console.
func Built() bool {
	_, err := fs.Stat(dist, "dist/index.html")
	return err == nil
}

func missing(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(http.StatusNotFound)
	_, _ = io.WriteString(w, "The console is not in this binary: run \"make console\", which needs npm, and build again.\n")
}
