package server

import (
	"html/template"
	"net/http"

	"tenantry/internal/mail"
)

// shownSample is a sample as the pages see it.
type shownSample struct {
	Name, Language string
	Languages      []string
	Message        mail.Message
}

// mailSamples mounts a page per mail and language, so that words can be read
// without making happen what they are about.
func mailSamples(mux *http.ServeMux, cfg Config, t *template.Template) {
	find := func(w http.ResponseWriter, r *http.Request) (s shownSample, ok bool) {
		for _, language := range mail.Languages() {
			for _, sample := range mail.Samples(language) {
				if language != r.PathValue("language") || sample.Name != r.PathValue("name") {
					continue
				}
				s, err := shown(language, sample)
				if err != nil {
					cfg.Logger.ErrorContext(r.Context(), "render a sample", "error", err.Error())
					http.Error(w, "the mail could not be rendered", http.StatusInternalServerError)
				}
				return s, err == nil
			}
		}
		http.NotFound(w, r)
		return s, false
	}
	mux.HandleFunc("GET /dev/mailbox/templates", func(w http.ResponseWriter, r *http.Request) {
		var list []shownSample
		for _, sample := range mail.Samples(mail.Languages()[0]) {
			s, err := shown(mail.Languages()[0], sample)
			if err != nil {
				cfg.Logger.ErrorContext(r.Context(), "render a sample", "error", err.Error())
				http.Error(w, "the mails could not be rendered", http.StatusInternalServerError)
				return
			}
			list = append(list, s)
		}
		render(w, t, "samples.html", pagePolicy, list)
	})
	mux.HandleFunc("GET /dev/mailbox/templates/{language}/{name}", func(w http.ResponseWriter, r *http.Request) {
		if s, ok := find(w, r); ok {
			render(w, t, "sample.html", pagePolicy, s)
		}
	})
	mux.HandleFunc("GET /dev/mailbox/templates/{language}/{name}/html", func(w http.ResponseWriter, r *http.Request) {
		if s, ok := find(w, r); ok {
			frame(w, s.Message)
		}
	})
}

func shown(language string, s mail.Sample) (shownSample, error) {
	m, err := mail.Render(s.Mail)
	return shownSample{s.Name, language, mail.Languages(), m}, err
}

// frame writes a mail's own HTML, to be looked at in a frame.
func frame(w http.ResponseWriter, m mail.Message) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", mailPolicy)
	w.Header().Set("Cache-Control", "no-store")
	_, _ = w.Write([]byte(`<!doctype html><base target="_blank">` + m.HTML))
}
