"""The style of the pages Data and Riwayat; constant, put into the start page after the others."""

GAYA_DATA = """
<style>
.dk-langkah { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 .75rem; align-items: center; }
.dk-langkah > b { grid-row: span 2; width: 2rem; height: 2rem; border-radius: 50%; display: grid; place-items: center;
  font-size: 1rem; font-weight: 650; border: 2px solid color-mix(in srgb, currentColor 55%, transparent); }
.dk-langkah h2 { font-size: 1.1rem; font-weight: 650; line-height: 1.3; }
.dk-langkah p { font-size: .88rem; }
.dk-langkah.dk-nanti > b { border-style: dashed; }
.dk-simpulan { display: flex; gap: .6rem; align-items: baseline; font-weight: 600; font-size: 1rem;
  border-left: 4px solid color-mix(in srgb, currentColor 45%, transparent); padding: .55rem .9rem;
  border-radius: 0 6px 6px 0; background: color-mix(in srgb, currentColor 5%, transparent); }
.dk-simpulan.dk-beres { border-left-color: #26975E; } .dk-simpulan.dk-tolak { border-left-color: #B62A20; }
.dk-simpulan.dk-tanya { border-left-color: #E07800; }
.dk-simpulan span { min-width: 0; overflow-wrap: anywhere; }
.dk-simpulan small { display: block; font-weight: 400; font-size: .88rem; margin-top: .1rem; }

#root [data-testid="stFileUploaderDropzone"] button p { font-size: 0; }
#root [data-testid="stFileUploaderDropzone"] button p::after { content: "Pilih berkas"; font-size: .93rem; }
#root [data-testid="stFileUploaderDropzoneInstructions"] { display: none; }

.dk-baris td, .dk-baris tbody th { vertical-align: top; overflow-wrap: break-word; }
.dk-baris tbody th { min-width: 11rem; font-weight: 400; }
.dk-baris tbody th small, .dk-baris td small { display: block; font-size: .82rem;
  color: color-mix(in srgb, currentColor 72%, transparent); }
.dk-baris .dk-jaga { white-space: nowrap; overflow-wrap: normal; }
.dk-baris .dk-lebar { min-width: 16rem; }
.dk-baris .dk-sedang { min-width: 11rem; }
.dk-baris .dk-ubahan p { margin: 0 0 .12rem; padding: 0; font-size: inherit; }
.dk-baris .dk-kolom { color: color-mix(in srgb, currentColor 72%, transparent); }
.dk-baris code { font-size: .82rem; background: none; color: inherit; padding: 0; }
.dk-baris .dk-batal :is(small, b) { color: inherit; }
.dk-batal td, .dk-batal th { color: color-mix(in srgb, currentColor 72%, transparent); }
@media (max-width: 640px) {
  .dk-langkah > b { width: 1.7rem; height: 1.7rem; font-size: .9rem; }
}
</style>
"""
