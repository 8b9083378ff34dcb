package branding

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"testing"
	"time"

	"github.com/google/uuid"

	"tenantry/ent/db/branding"
)

// drawn is a picture of a size in a form.
func drawn(t *testing.T, form string, width, height int) []byte {
	t.Helper()
	img := image.NewGray(image.Rect(0, 0, width, height))
	var b bytes.Buffer
	var err error
	switch form {
	case "png":
		err = png.Encode(&b, img)
	case "jpeg":
		err = jpeg.Encode(&b, img, nil)
	case "gif":
		err = gif.Encode(&b, img, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestJudge: a logo is what its bytes are, whole.
func TestJudge(t *testing.T) {
	t.Parallel()
	good := drawn(t, "png", 40, 20)
	for name, c := range map[string]struct {
		data []byte
		want string // content type; empty: refused
	}{
		"PNG":                 {good, "image/png"},
		"JPEG":                {drawn(t, "jpeg", 8, 8), "image/jpeg"},
		"as large as it gets": {drawn(t, "png", MaxLogoPixels, MaxLogoPixels), "image/png"},
		"too wide":            {drawn(t, "png", MaxLogoPixels+1, 1), ""},
		"too high":            {drawn(t, "png", 1, MaxLogoPixels+1), ""},
		"GIF":                 {drawn(t, "gif", 8, 8), ""},
		"SVG":                 {[]byte("<svg xmlns='http://www.w3.org/2000/svg'/>"), ""},
		"a page":              {[]byte("<!doctype html><script>1</script>"), ""},
		"nothing":             {nil, ""},
		"a head alone":        {good[:33], ""},
		"cut short":           {good[:len(good)-16], ""},
		"one byte changed":    {append(append(bytes.Clone(good[:45]), good[45]^0xff), good[46:]...), ""},
	} {
		got, wrong := judge(c.data)
		if got.contentType != c.want || (wrong == "") != (c.want != "") {
			t.Errorf("%s: %q %q, want %q", name, got.contentType, wrong, c.want)
		}
	}
	if got, _ := judge(good); got.width != 40 || got.height != 20 || !bytes.Equal(got.data, good) {
		t.Errorf("%d × %d", got.width, got.height)
	}
}

// TestUploadToken: an address says for whom and until when, and nobody else can
// make or change one.
func TestUploadToken(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 3, 2, 9, 30, 0, 0, time.UTC)
	at := func(secret string, now time.Time) *Service {
		return &Service{Secret: []byte(secret), Now: func() time.Time { return now }}
	}
	u := upload{uuid.New(), uuid.New(), uuid.New(), uuid.New(), branding.PortalOPERATIONS, now.Add(uploadTTL), "image/jpeg", MaxLogoBytes}
	token := at("one", now).uploadToken(u)
	got, ok := at("one", now.Add(uploadTTL-time.Second)).parseUpload(token)
	if !ok || got.reseller != u.reseller || got.organization != u.organization || got.user != u.user || got.logo != u.logo || got.portal != u.portal || !got.until.Equal(u.until) ||
		got.contentType != u.contentType || got.size != u.size {
		t.Errorf("%+v %v, want %+v", got, ok, u)
	}
	if _, ok := at("one", now.Add(uploadTTL)).parseUpload(token); ok {
		t.Error("the address outlives its time")
	}
	if _, ok := at("two", now).parseUpload(token); ok {
		t.Error("the address of another secret is taken")
	}
	raw, _ := base64.RawURLEncoding.DecodeString(token)
	for i := range raw {
		changed := bytes.Clone(raw)
		changed[i] ^= 1
		if _, ok := at("one", now).parseUpload(base64.RawURLEncoding.EncodeToString(changed)); ok {
			t.Errorf("an address with another byte %d is taken", i)
		}
	}
	for _, bad := range []string{"", "x", token + "A", token[1:], token[:len(token)-1]} {
		if _, ok := at("one", now).parseUpload(bad); ok {
			t.Errorf("%q is taken", bad)
		}
	}
}
