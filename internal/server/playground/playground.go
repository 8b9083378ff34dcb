// Package playground answers how a person tries the API in a browser without
// any other server: GraphiQL with a sign-in bar, built beforehand and carried
// in the binary. Rebuild with "npm ci && npm run build" in this folder.
package playground

import (
	"embed"
	"io/fs"
	"net/http"

	"tenantry/internal/server/bundle"
)

//go:embed dist
var dist embed.FS

// Path is where the page expects to be mounted, with and without a slash
// behind it.
const Path = "/playground"

// policy lets the page load its own files and talk to its own server, and
// nothing else. Inline data is allowed for small icons and typefaces only.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
	"font-src 'self' data:; connect-src 'self'; worker-src 'self'; base-uri 'none'; " +
	"form-action 'none'; frame-ancestors 'none'"

// Handler serves the page at /playground and /playground/ and its files below.
// Mount it at both paths without stripping the prefix. It panics when the
// embedded bundle is not whole, which only a broken build can cause.
func Handler() http.Handler {
	files, err := fs.Sub(dist, "dist")
	if err != nil {
		panic(err)
	}
	h, err := bundle.Handler(bundle.Config{Files: files, Path: Path, Policy: policy})
	if err != nil {
		panic(err)
	}
	return h
}
