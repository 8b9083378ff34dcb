package graph_test

import (
	"bytes"
	"context"
	"encoding/json"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"tenantry/internal/branding"
)

// records are what the DNS of a test knows.
type records map[string][]string

// LookupTXT answers from the map.
func (r *records) LookupTXT(_ context.Context, name string) ([]string, error) { return (*r)[name], nil }

// picture draws one of a size.
func picture(t *testing.T, width, height int, encode func(io.Writer, image.Image) error) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	img.Set(0, 0, color.RGBA{R: 31, G: 78, B: 121, A: 255})
	var b bytes.Buffer
	if err := encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// routes serves what a program serves besides the API.
func (a *api) routes() http.Handler {
	mux := http.NewServeMux()
	log := slog.New(slog.DiscardHandler)
	mux.Handle("PUT "+branding.UploadPath+"{token}", a.brandings.UploadHandler(a.exports.Viewers, log))
	mux.Handle("GET "+branding.LogoPath+"{reseller}/{logo}", a.brandings.LogoHandler(log))
	return mux
}

func (a *api) fetch(method, url string, body []byte) *httptest.ResponseRecorder {
	a.Helper()
	w := httptest.NewRecorder()
	path, ok := strings.CutPrefix(url, "https://portal.test")
	if !ok {
		a.Fatalf("%s leads elsewhere", url)
	}
	a.routes().ServeHTTP(w, httptest.NewRequestWithContext(a.Context(), method, path, bytes.NewReader(body)))
	return w
}

// ask sends an operation that names things of the world, and answers its data.
func (a *api) ask(as, query string) map[string]any {
	a.Helper()
	query = os.Expand(query, func(name string) string { return a.names[name] })
	var answer struct {
		Data   map[string]any
		Errors []any
	}
	w := a.do(as, query, nil)
	if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil || len(answer.Errors) > 0 {
		a.Fatalf("%s\nanswers %s", query, w.Body)
	}
	return answer.Data
}

// follow goes down an answer by its keys; nil where there is nothing.
func follow(v any, keys ...string) any {
	for _, key := range keys {
		object, _ := v.(map[string]any)
		v = object[key]
	}
	return v
}

// TestLogo: a file is judged by what it is and must be what was announced, an
// address works once and only while whoever asked for it may still change the branding.
func TestLogo(t *testing.T) {
	t.Parallel()
	a := newAPI(t)
	address := func(kind string, size int) string {
		up := a.ask("admin", `mutation { brandingLogoUploadCreate(organizationId: "${org.harbor}", portal: CUSTOMER,
			contentType: "image/`+kind+`", size: `+strconv.Itoa(size)+`) { upload { url } errors { code } } }`)
		return follow(up, "brandingLogoUploadCreate", "upload", "url").(string)
	}
	seen := func() any {
		got := a.ask("admin", `{ organization(id: "${org.harbor}") { brandings { portal logoUrl look { logoUrl } } } }`)
		for _, b := range follow(got, "organization", "brandings").([]any) {
			if b := b.(map[string]any); b["portal"] == "CUSTOMER" {
				return b["logoUrl"]
			}
		}
		return nil
	}
	good := picture(t, 40, 20, png.Encode)
	encode := func(w io.Writer, m image.Image) error { return jpeg.Encode(w, m, nil) }
	for name, c := range map[string]struct {
		body []byte
		want int
	}{
		"another picture": {picture(t, 10, 10, encode), http.StatusUnsupportedMediaType},
		"a page":          {[]byte("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), http.StatusUnsupportedMediaType},
		"half a file":     {good[:len(good)-20], http.StatusUnsupportedMediaType},
		"nothing":         {nil, http.StatusBadRequest},
		"too wide":        {picture(t, branding.MaxLogoPixels+1, 1, png.Encode), http.StatusUnsupportedMediaType},
		"too many bytes":  {append(bytes.Clone(good), make([]byte, branding.MaxLogoBytes)...), http.StatusRequestEntityTooLarge},
	} {
		if w := a.fetch(http.MethodPut, address("png", min(max(len(c.body), 1), branding.MaxLogoBytes)), c.body); w.Code != c.want {
			t.Errorf("%s: %d %s", name, w.Code, w.Body)
		}
	}
	for _, announced := range []int{1, len(good) - 1, len(good) + 1, branding.MaxLogoBytes} {
		if w := a.fetch(http.MethodPut, address("png", announced), good); w.Code != http.StatusBadRequest {
			t.Errorf("%d bytes instead of %d: %d %s", len(good), announced, w.Code, w.Body)
		}
	}
	if got := seen(); got != nil {
		t.Errorf("a refused file is shown: %v", got)
	}

	url := address("png", len(good))
	if w := a.fetch(http.MethodPut, url+"x", good); w.Code != http.StatusNotFound {
		t.Errorf("a changed address answers %d", w.Code)
	}
	if w := a.fetch(http.MethodPut, url, good); w.Code != http.StatusNoContent {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	if w := a.fetch(http.MethodPut, url, good); w.Code != http.StatusConflict {
		t.Errorf("the second use answers %d", w.Code)
	}
	logo, _ := seen().(string)
	w := a.fetch(http.MethodGet, logo, nil)
	if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "image/png" || !bytes.Equal(w.Body.Bytes(), good) ||
		!strings.Contains(w.Header().Get("Content-Security-Policy"), "sandbox") {
		t.Errorf("%d %v", w.Code, w.Header())
	}
	next := picture(t, 10, 10, encode)
	if w := a.fetch(http.MethodPut, address("jpeg", len(next)), next); w.Code != http.StatusNoContent {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	if next := seen(); next == logo {
		t.Error("the address of the logo stayed the same")
	}

	late := address("png", len(good))
	a.clock.advance(11 * time.Minute)
	if w := a.fetch(http.MethodPut, late, good); w.Code != http.StatusNotFound {
		t.Errorf("an old address answers %d", w.Code)
	}
}

// TestDomain: only a record proves a host, and a host belongs to one portal.
func TestDomain(t *testing.T) {
	t.Parallel()
	a := newAPI(t)
	set := func(org, portal string) map[string]any {
		got := a.ask("admin", `mutation { brandingDomainSet(organizationId: "`+org+`", portal: `+portal+`, domain: "Portal.Harbor.test.") {
			branding { domain { name verified recordName recordValue } } errors { code } } }`)
		return follow(got, "brandingDomainSet", "branding", "domain").(map[string]any)
	}
	verify := func(org, portal string) map[string]any {
		got := a.ask("admin", `mutation { brandingDomainVerify(organizationId: "`+org+`", portal: `+portal+`) {
			branding { domain { verified } } errors { code path } } }`)
		return follow(got, "brandingDomainVerify").(map[string]any)
	}
	code := func(payload map[string]any) any {
		errs := payload["errors"].([]any)
		if len(errs) == 0 {
			return nil
		}
		return errs[0].(map[string]any)["code"]
	}
	at := func() any {
		got := a.ask("anonymous", `{ branding(host: "portal.harbor.test") { productName portal } }`)
		return follow(got, "branding", "portal")
	}
	first, second := set("${org.harbor}", "CUSTOMER"), set("${org.harbor.north}", "CUSTOMER")
	if first["name"] != "portal.harbor.test" || first["recordValue"] == second["recordValue"] {
		t.Fatalf("%v and %v", first, second)
	}
	if got := code(verify("${org.harbor}", "CUSTOMER")); got != "CONFLICT" {
		t.Errorf("without a record: %v", got)
	}
	if got := at(); got != nil {
		t.Errorf("a host nobody has proven shows %v", got)
	}
	a.dns = records{"_tenantry.portal.harbor.test": {"v=spf1 -all", first["recordValue"].(string)}}
	if got := code(verify("${org.harbor.north}", "CUSTOMER")); got != "CONFLICT" {
		t.Errorf("the record of another: %v", got)
	}
	if got := code(verify("${org.harbor}", "CUSTOMER")); got != nil {
		t.Errorf("with its record: %v", got)
	}
	if got := at(); got != "CUSTOMER" {
		t.Errorf("the proven host shows %v", got)
	}
	a.dns = records{"_tenantry.portal.harbor.test": {second["recordValue"].(string)}}
	if got := code(verify("${org.harbor.north}", "CUSTOMER")); got != "TAKEN" {
		t.Errorf("proven by another: %v", got)
	}
	a.ask("admin", `mutation { brandingDomainRemove(organizationId: "${org.harbor}", portal: CUSTOMER) { errors { code } } }`)
	if got := at(); got != nil {
		t.Errorf("a host that was taken away shows %v", got)
	}
	if got := code(verify("${org.harbor.north}", "CUSTOMER")); got != nil {
		t.Errorf("free again: %v", got)
	}
}
