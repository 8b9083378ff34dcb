package branding

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"image"
	_ "image/jpeg" // what logos are read as
	_ "image/png"
	"io"
	"log/slog"
	"net/http"
	"slices"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/branding"
	"tenantry/ent/db/brandinglogo"
	"tenantry/ent/db/organization"
	"tenantry/ent/schema"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/feature"
	"tenantry/internal/rule"
)

// Where logos are sent to and fetched.
const (
	UploadPath = "/uploads/logo/"
	LogoPath   = "/branding/logos/"
)

// Bounds of a logo.
const (
	MaxLogoBytes  = 512 << 10
	MaxLogoPixels = 2000 // a side
	uploadTTL     = 10 * time.Minute
)

// Upload is where a logo is sent to, once.
type Upload struct {
	URL       string
	ExpiresAt time.Time
}

// UploadCreate answers where a logo for a portal can be sent to. What arrives is
// judged by its content, and must be of the type and size said here. The
// address is good for ten minutes and for whoever has it. Refusals: NOT_FOUND,
// WRONG_STATE, FEATURE_DISABLED, INVALID, TOO_LONG.
func (s *Service) UploadCreate(ctx context.Context, org uuid.UUID, portal branding.Portal, contentType string, size int) (*Upload, error) {
	var errs fault.Refusals
	if !slices.Contains(logoTypes(), contentType) {
		errs.Add(fault.Invalid, "contentType", "A logo is image/png or image/jpeg.")
	}
	switch {
	case size < 1:
		errs.Add(fault.Invalid, "size", "The file is empty.")
	case size > MaxLogoBytes:
		errs.Add(fault.TooLong, "size", "At most %d bytes are allowed.", MaxLogoBytes)
	}
	if err := errs.Err(); err != nil {
		return nil, err
	}
	viewer := authz.FromContext(ctx)
	var up *Upload
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		place, err := rule.LockPlace(ctx, tx, org)
		if err != nil {
			return err
		}
		if err := rule.Deny(s.Authorizer.Branding(viewer, place.Target()), "organizationId"); err != nil {
			return err
		}
		if place.Organization.Kind != organization.KindRESELLER {
			if err := place.Needs(ctx, tx, feature.Branding, "organizationId"); err != nil {
				return err
			}
		}
		until := s.Now().Add(uploadTTL).Truncate(time.Second)
		token := s.uploadToken(upload{viewer.ResellerID, org, viewer.UserID, schema.NewID(), portal, until, contentType, size})
		up = &Upload{URL: s.PublicURL + UploadPath + token, ExpiresAt: until}
		return nil
	})
	return up, err
}

// upload is what a token allows: to give a portal one logo.
type upload struct {
	reseller, organization, user, logo uuid.UUID
	portal                             branding.Portal
	until                              time.Time
	contentType                        string // as announced, one of logoTypes
	size                               int    // bytes announced
}

const uploadBytes = 4*16 + 1 + 8 + 1 + 4

// logoTypes are what a logo can be.
func logoTypes() []string { return []string{"image/png", "image/jpeg"} }

func (s *Service) uploadToken(u upload) string {
	b := make([]byte, 0, uploadBytes+sha256.Size)
	for _, id := range []uuid.UUID{u.reseller, u.organization, u.user, u.logo} {
		b = append(b, id[:]...)
	}
	b = append(b, byte(slices.Index(Portals(), u.portal)))
	b = binary.BigEndian.AppendUint64(b, uint64(u.until.Unix())) //nolint:gosec // after 1970
	b = append(b, byte(slices.Index(logoTypes(), u.contentType)))
	b = binary.BigEndian.AppendUint32(b, uint32(u.size)) //nolint:gosec // at most MaxLogoBytes
	return base64.RawURLEncoding.EncodeToString(append(b, s.sign("upload", b)...))
}

func (s *Service) parseUpload(token string) (u upload, ok bool) {
	b, err := base64.RawURLEncoding.Strict().DecodeString(token)
	if err != nil || len(b) != uploadBytes+sha256.Size || !hmac.Equal(b[uploadBytes:], s.sign("upload", b[:uploadBytes])) {
		return u, false
	}
	for i, id := range []*uuid.UUID{&u.reseller, &u.organization, &u.user, &u.logo} {
		copy(id[:], b[16*i:])
	}
	u.portal = Portals()[b[64]]
	u.until = time.Unix(int64(binary.BigEndian.Uint64(b[65:])), 0) //nolint:gosec // we wrote it
	u.contentType, u.size = logoTypes()[b[73]], int(binary.BigEndian.Uint32(b[74:]))
	return u, s.Now().Before(u.until)
}

// sign is bound to its purpose, for the secret has others.
func (s *Service) sign(purpose string, b []byte) []byte {
	mac := hmac.New(sha256.New, s.Secret)
	mac.Write([]byte("tenantry branding " + purpose + " 1\x00"))
	mac.Write(b)
	return mac.Sum(nil)
}

// Viewers tells what a user may do without a session.
type Viewers interface {
	ViewerOf(ctx context.Context, reseller, user uuid.UUID) (*authz.Viewer, error)
}

// UploadHandler takes a logo by PUT; the route names the token {token}. It
// answers 204, or 4xx with one sentence. Who asked for the address must still
// be allowed to change the branding when the file arrives.
func (s *Service) UploadHandler(viewers Viewers, log *slog.Logger) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store")
		u, ok := s.parseUpload(r.PathValue("token"))
		if !ok {
			http.Error(w, "The address of this upload is over or was never good. Ask for another.", http.StatusNotFound)
			return
		}
		data, err := io.ReadAll(http.MaxBytesReader(w, r.Body, MaxLogoBytes))
		if err != nil {
			http.Error(w, fmt.Sprintf("A logo has at most %d bytes.", MaxLogoBytes), http.StatusRequestEntityTooLarge)
			return
		}
		if len(data) != u.size {
			http.Error(w, fmt.Sprintf("The file has %d bytes; %d were announced.", len(data), u.size), http.StatusBadRequest)
			return
		}
		logo, wrong := judge(data)
		if wrong == "" && logo.contentType != u.contentType {
			wrong = fmt.Sprintf("The file is %s; %s was announced.", logo.contentType, u.contentType)
		}
		if wrong != "" {
			http.Error(w, wrong, http.StatusUnsupportedMediaType)
			return
		}
		viewer, err := viewers.ViewerOf(r.Context(), u.reseller, u.user)
		if err == nil {
			err = s.keep(authz.NewContext(r.Context(), viewer), u, logo)
		}
		_, refused := errors.AsType[fault.Refusals](err)
		switch {
		case err == nil:
			w.WriteHeader(http.StatusNoContent)
		case !refused && (fault.KindOf(err) == fault.Internal || fault.KindOf(err) == fault.Unavailable):
			log.ErrorContext(r.Context(), "upload failed", "error", err)
			http.Error(w, "The file cannot be kept at the moment. Try again.", http.StatusServiceUnavailable)
		default:
			http.Error(w, "The portal cannot have this logo any more. Ask for another address.", http.StatusConflict)
		}
	})
}

// logo is a picture as it was found to be.
type logo struct {
	data          []byte
	contentType   string
	width, height int
}

// judge reads a picture whole: the name and the type that came with it say
// nothing, and a head alone may stand before something else.
func judge(data []byte) (logo, string) {
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || format != "png" && format != "jpeg" {
		return logo{}, "The file is neither a PNG nor a JPEG picture."
	}
	if config.Width > MaxLogoPixels || config.Height > MaxLogoPixels {
		return logo{}, fmt.Sprintf("A logo has at most %d by %d pixels.", MaxLogoPixels, MaxLogoPixels)
	}
	if _, _, err := image.Decode(bytes.NewReader(data)); err != nil {
		return logo{}, "The picture is damaged."
	}
	return logo{data: data, contentType: "image/" + format, width: config.Width, height: config.Height}, ""
}

// keep stores a logo and shows it. An address works once: the logo's id is part
// of it.
func (s *Service) keep(ctx context.Context, u upload, l logo) error {
	_, err := s.change(ctx, u.organization, u.portal, nil, "branding.logo_set", func(ctx context.Context, tx *database.Tx, b *db.Branding) ([]audit.Change, error) {
		used, err := tx.Client.BrandingLogo.Query().Where(brandinglogo.ID(u.logo)).Exist(ctx)
		if err != nil {
			return nil, fmt.Errorf("look for logo %s: %w", u.logo, err)
		}
		if used {
			return nil, fault.Refuse(fault.WrongState, "", "The address was used.")
		}
		sum := sha256.Sum256(l.data)
		err = tx.Client.BrandingLogo.Create().SetID(u.logo).SetAccountID(b.AccountID).SetOrganizationID(b.OrganizationID).
			SetCreatedAt(s.Now()).SetContentType(l.contentType).SetSize(len(l.data)).SetWidth(l.width).SetHeight(l.height).
			SetSha256(sum[:]).SetData(l.data).Exec(ctx)
		if err != nil {
			return nil, fmt.Errorf("keep logo %s: %w", u.logo, err)
		}
		changes := logoChange(b.LogoID, &u.logo)
		b.LogoID = &u.logo
		return changes, nil
	})
	return err
}

// LogoRemove takes the logo of a portal away. Refusals: NOT_FOUND, WRONG_STATE.
func (s *Service) LogoRemove(ctx context.Context, org uuid.UUID, portal branding.Portal) (*db.Branding, error) {
	return s.change(ctx, org, portal, nil, "branding.logo_removed", func(_ context.Context, _ *database.Tx, b *db.Branding) ([]audit.Change, error) {
		changes := logoChange(b.LogoID, nil)
		b.LogoID = nil
		return changes, nil
	})
}

func logoChange(before, after *uuid.UUID) []audit.Change {
	text := func(id *uuid.UUID) *string {
		if id == nil {
			return nil
		}
		s := schema.GlobalID("logo", *id)
		return &s
	}
	return audit.Diff("logo", text(before), text(after))
}

// LogoHandler hands out logos; the route names {reseller} and {logo}. They are
// public, as sign-in pages show them, and never change under their address.
func (s *Service) LogoHandler(log *slog.Logger) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		kind, reseller, err := schema.ParseGlobalID(r.PathValue("reseller"))
		if err != nil || kind != "res" {
			http.NotFound(w, r)
			return
		}
		kind, id, err := schema.ParseGlobalID(r.PathValue("logo"))
		if err != nil || kind != "logo" {
			http.NotFound(w, r)
			return
		}
		found, err := s.DB.Client().BrandingLogo.Query().Where(brandinglogo.ID(id)).Only(database.WithReseller(r.Context(), reseller))
		switch {
		case db.IsNotFound(err):
			http.NotFound(w, r)
			return
		case err != nil:
			log.ErrorContext(r.Context(), "read logo failed", "error", err)
			http.Error(w, "The picture cannot be reached at the moment.", http.StatusServiceUnavailable)
			return
		}
		h := w.Header()
		h.Set("Content-Type", found.ContentType)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Content-Security-Policy", "default-src 'none'; sandbox")
		h.Set("Cross-Origin-Resource-Policy", "cross-origin")
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
		h.Set("ETag", `"`+hex.EncodeToString(found.Sha256[:16])+`"`)
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(found.Data))
	})
}
