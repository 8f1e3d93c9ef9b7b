<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en_GB">
<context>
    <name>About</name>
    <message>
        <source>An image studio that works on this computer alone and checks its own pictures. Apache-2.0.</source>
        <translation>このコンピューターだけで動作し、作成した画像を自らチェックする画像スタジオです。Apache-2.0。</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>コンポーネント</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>バージョン {0}</translation>
    </message>
    <message>
        <source>Built on</source>
        <translation>使用コンポーネント</translation>
    </message>
</context>
<context>
    <name>Bridge</name>
    <message>
        <source>The computer ran out of memory. Close other programs and try again.</source>
        <translation>メモリが不足しています。ほかのプログラムを終了してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The file could not be used ({0}). Try another folder.</source>
        <translation>ファイルを使用できませんでした（{0}）。別のフォルダーをお試しください。</translation>
    </message>
    <message>
        <source>Something went wrong inside ({0}). Your work is kept; please report this.</source>
        <translation>内部エラーが発生しました（{0}）。作業内容は保持されています。このエラーをご報告ください。</translation>
    </message>
</context>
<context>
    <name>BriefPanel</name>
    <message>
        <source>What was understood</source>
        <translation>解釈された内容</translation>
    </message>
    <message>
        <source>Read the prompt anew</source>
        <translation>プロンプトを読み直す</translation>
    </message>
    <message>
        <source>Drop the changes made to the plan by hand</source>
        <translation>プランへの手動の変更を破棄</translation>
    </message>
    <message>
        <source>Aspect</source>
        <translation>縦横比</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>高速</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>標準</translation>
    </message>
    <message>
        <source>Pro</source>
        <translation>プロ</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>品質</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>Keep the seed for every render</source>
        <translation>レンダリングごとにシードを変えない</translation>
    </message>
    <message>
        <source>Roll another seed</source>
        <translation>別のシードを生成</translation>
    </message>
    <message>
        <source>Renderer</source>
        <translation>レンダラー</translation>
    </message>
    <message>
        <source>Best for the plan</source>
        <translation>プランに応じて自動選択</translation>
    </message>
    <message>
        <source>Studio</source>
        <translation>スタジオ</translation>
    </message>
    <message>
        <source>Diffusion</source>
        <translation>拡散モデル</translation>
    </message>
    <message>
        <source>Allow stand-ins</source>
        <translation>代役を使う</translation>
    </message>
    <message>
        <source>What cannot be drawn here becomes a labelled block: a preview of the layout</source>
        <translation>ここで描けないものを名札付きのブロックにして、レイアウトを確かめます</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>モデル…</translation>
    </message>
    <message>
        <source>Models on this computer, and where to get some</source>
        <translation>このコンピューターのモデルと入手先</translation>
    </message>
    <message>
        <source>Render</source>
        <translation>レンダリング</translation>
    </message>
    <message>
        <source>Make the picture (Ctrl+Enter)</source>
        <translation>画像を作成 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>カンバス</translation>
    </message>
    <message>
        <source>Change the aspect</source>
        <translation>縦横比の変更</translation>
    </message>
    <message>
        <source>Change the size</source>
        <translation>サイズの変更</translation>
    </message>
    <message>
        <source>Change the quality</source>
        <translation>品質の変更</translation>
    </message>
    <message>
        <source>Change the seed</source>
        <translation>シードの変更</translation>
    </message>
    <message>
        <source>Change the renderer</source>
        <translation>レンダラーの変更</translation>
    </message>
    <message>
        <source>Change the stand-ins</source>
        <translation>代役を変更</translation>
    </message>
    <message>
        <source>Change the references</source>
        <translation>参照画像の変更</translation>
    </message>
    <message>
        <source>Change the brand kit</source>
        <translation>ブランドキットの変更</translation>
    </message>
    <message>
        <source>{0} (not here)</source>
        <translation>{0}(ありません)</translation>
    </message>
    <message>
        <source>Understood from the prompt</source>
        <translation>プロンプトから解釈した内容です</translation>
    </message>
    <message>
        <source>Click to correct</source>
        <translation>クリックして修正</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>停止しています…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Check and fix</source>
        <translation>チェックして修正</translation>
    </message>
</context>
<context>
    <name>CameraForm</name>
    <message>
        <source>Around</source>
        <translation>方位</translation>
    </message>
    <message>
        <source>Above</source>
        <translation>仰角</translation>
    </message>
    <message>
        <source>Roll</source>
        <translation>傾き</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>レンズ</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>正面</translation>
    </message>
    <message>
        <source>Three-quarter</source>
        <translation>斜め</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>側面</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>真上</translation>
    </message>
    <message>
        <source>Isometric</source>
        <translation>等角</translation>
    </message>
    <message>
        <source>Move the camera</source>
        <translation>カメラの移動</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Before</source>
        <translation>変更前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>変更後</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>Unchecked</source>
        <translation>未チェック</translation>
    </message>
    <message>
        <source>Drop to open {name}</source>
        <translation>ドロップして {name} を開く</translation>
    </message>
    <message>
        <source>Drop to edit {name}</source>
        <translation>ドロップして {name} を編集</translation>
    </message>
    <message>
        <source>Drop to open {count} files</source>
        <translation>ドロップして {count} 個のファイルを開く</translation>
    </message>
    <message>
        <source>{name} cannot be opened here. Use PNG, JPEG, WebP, TIFF, AVIF or .plantain.</source>
        <translation>{name} はここでは開けません。PNG、JPEG、WebP、TIFF、AVIF、.plantain のいずれかを使用してください。</translation>
    </message>
    <message>
        <source>Drop to edit this picture</source>
        <translation>ドロップしてこの画像を編集</translation>
    </message>
    <message>
        <source>This is only a link. Save the picture first and drop its file.</source>
        <translation>これはリンクです。先に画像を保存し、そのファイルをドロップしてください。</translation>
    </message>
    <message>
        <source>Only pictures and Plantain documents can be dropped or pasted here.</source>
        <translation>ここにドロップまたはペーストできるのは、画像と Plantain ドキュメントだけです。</translation>
    </message>
</context>
<context>
    <name>CanvasView</name>
    <message>
        <source>Canvas</source>
        <translation>カンバス</translation>
    </message>
    <message>
        <source>Tab goes through the boxes and findings, arrows move what is chosen.</source>
        <translation>Tab キーで枠と指摘を順に移動し、矢印キーで選択中のものを動かします。</translation>
    </message>
</context>
<context>
    <name>ChecksPanel</name>
    <message>
        <source>Checks</source>
        <translation>チェック</translation>
    </message>
    <message>
        <source>Fix what fails</source>
        <translation>不合格を修正</translation>
    </message>
    <message>
        <source>Let Plantain work on the failed checks, one after the other</source>
        <translation>不合格のチェックを Plantain が順に修正します</translation>
    </message>
    <message>
        <source>What the picture must fulfil is listed here as you describe it, and measured once it is rendered.</source>
        <translation>画像が満たすべき条件は、説明を入力するとここに表示され、レンダリング後に測定されます。</translation>
    </message>
    <message>
        <source>The brief has changed since this picture.</source>
        <translation>この画像の作成後に指示内容が変更されました。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>採用</translation>
    </message>
    <message>
        <source>Keep this change</source>
        <translation>この変更を採用</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>Go back to the picture before this change</source>
        <translation>この変更の前の画像に戻る</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>直前の変更</translation>
    </message>
    <message>
        <source>{0} to check</source>
        <translation>チェック項目 {0} 件</translation>
    </message>
    <message>
        <source>Measured once the picture is rendered</source>
        <translation>レンダリング後に測定されます</translation>
    </message>
    <message>
        <source>The picture is being made</source>
        <translation>画像を作成しています</translation>
    </message>
    <message>
        <source>{0} of {1} passed</source>
        <translation>{0}/{1} 件合格</translation>
    </message>
    <message>
        <source>{0} failed</source>
        <translation>不合格 {0} 件</translation>
    </message>
    <message>
        <source>{0} unchecked</source>
        <translation>未チェック {0} 件</translation>
    </message>
    <message>
        <source>No longer holds: {0}</source>
        <translation>満たされなくなった条件：{0}</translation>
    </message>
    <message>
        <source>Still fails: {0}</source>
        <translation>引き続き不合格：{0}</translation>
    </message>
    <message>
        <source>Holds now: {0}</source>
        <translation>新たに合格：{0}</translation>
    </message>
</context>
<context>
    <name>ColourField</name>
    <message>
        <source>dark brown or #1E5AA8</source>
        <translation>dark brown または #1E5AA8</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Draws with</source>
        <translation>描画規模</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>ステップ数</translation>
    </message>
    <message>
        <source>Native size</source>
        <translation>基準サイズ</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>メモリ</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>学習データ</translation>
    </message>
    <message>
        <source>not published</source>
        <translation>非公開</translation>
    </message>
    <message>
        <source>Checksums</source>
        <translation>チェックサム</translation>
    </message>
    <message>
        <source>fixed by the catalogue</source>
        <translation>カタログで固定</translation>
    </message>
    <message>
        <source>those its site publishes</source>
        <translation>配布サイトの公表値</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>モデルカード</translation>
    </message>
    <message>
        <source>Download · about {0}</source>
        <translation>ダウンロード · 約{0}</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>配布ページを開く</translation>
    </message>
    <message>
        <source>It is not fetched from here: get it by hand on its page, then import the file or folder.</source>
        <translation>ここからは取得できません。配布ページから手動で入手し、ファイルやフォルダーを取り込んでください。</translation>
    </message>
    <message>
        <source>Its site asks for consent: accept on its page, then paste an access token of yours. It is used for this download and not kept.</source>
        <translation>配布サイトでの同意が必要です。そのページで同意し、アクセストークンを貼り付けてください。今回のダウンロードにのみ使い、保存しません。</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>アクセストークン</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>系統</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>パラメーター</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>not computed yet: verify it</source>
        <translation>未計算(検証で計算します)</translation>
    </message>
    <message>
        <source>ONNX files</source>
        <translation>ONNXファイル</translation>
    </message>
    <message>
        <source>Read and accept the licence…</source>
        <translation>ライセンスを読んで同意する…</translation>
    </message>
    <message>
        <source>Render with it</source>
        <translation>これで描画する</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>削除…</translation>
    </message>
    <message>
        <source>Accepted on {0}.</source>
        <translation>{0}に同意済みです。</translation>
    </message>
    <message>
        <source>It belongs to another program and is only read.</source>
        <translation>ほかのプログラムのもので、読み取るだけです。</translation>
    </message>
    <message>
        <source>The studio needs no model: type, shapes and staged products are drawn by this computer alone. For any other picture, bring a model:</source>
        <translation>スタジオにモデルは不要です。文字、図形、商品の情景はこのコンピューターだけで描けます。それ以外の画像にはモデルを用意してください:</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>ファイルを取り込む…</translation>
    </message>
    <message>
        <source>Show another program&apos;s folder…</source>
        <translation>ほかのプログラムのフォルダーを表示…</translation>
    </message>
    <message>
        <source>You have one already</source>
        <translation>すでに持っている場合</translation>
    </message>
    <message>
        <source>Drop a .safetensors or .gguf file or a diffusers folder on this page. It is recognised by its content.</source>
        <translation>.safetensors、.ggufのファイルやdiffusersフォルダーをこのページにドロップします。種類は内容から判別します。</translation>
    </message>
    <message>
        <source>You use ComfyUI, A1111 or InvokeAI</source>
        <translation>ComfyUI、A1111、InvokeAIを使っている場合</translation>
    </message>
    <message>
        <source>Show their folder here: its models stay where they are and are only read.</source>
        <translation>そのフォルダーをここに表示できます。モデルは元の場所のまま、読み取るだけです。</translation>
    </message>
    <message>
        <source>You want one</source>
        <translation>新しく入手する場合</translation>
    </message>
    <message>
        <source>Choose from the list at the left. It tells what each is good at and what its licence allows; nothing is fetched before you ask for it.</source>
        <translation>左の一覧から選びます。得意なこととライセンスの内容がわかります。指示するまで何もダウンロードされません。</translation>
    </message>
    <message>
        <source>Folders that are shown</source>
        <translation>表示中のフォルダー</translation>
    </message>
    <message>
        <source>Show it no longer</source>
        <translation>表示をやめる</translation>
    </message>
    <message>
        <source>Bring a model</source>
        <translation>モデルを用意する</translation>
    </message>
</context>
<context>
    <name>Diagnostics</name>
    <message>
        <source>Looking…</source>
        <translation>確認しています…</translation>
    </message>
    <message>
        <source>The log is empty.</source>
        <translation>ログは空です。</translation>
    </message>
    <message>
        <source>This installation</source>
        <translation>このインストール環境</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>すべてコピー</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>フォルダーを表示</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>{0} is larger than {1} MB.</source>
        <translation>{0} は {1} MB を超えています。</translation>
    </message>
    <message>
        <source>That is no plan or brief.</source>
        <translation>プランでも指示内容でもありません。</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1}).</source>
        <translation>{0} を読み込めません（{1}）。</translation>
    </message>
    <message>
        <source>Check the name and the folder.</source>
        <translation>名前とフォルダーを確認してください。</translation>
    </message>
    <message>
        <source>The picture is {0} × {1} pixels.</source>
        <translation>この画像は {0} × {1} ピクセルです。</translation>
    </message>
    <message>
        <source>Use one whose sides are 16 to 16384 pixels.</source>
        <translation>各辺が 16～16384 ピクセルの画像を使用してください。</translation>
    </message>
    <message>
        <source>“{0}” is no name for a document.</source>
        <translation>「{0}」はドキュメント名として使えません。</translation>
    </message>
    <message>
        <source>End it in {0}.</source>
        <translation>末尾を {0} にしてください。</translation>
    </message>
</context>
<context>
    <name>ElementForm</name>
    <message>
        <source>Colour</source>
        <translation>カラー</translation>
    </message>
    <message>
        <source>as it comes</source>
        <translation>指定なし</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>個数</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>素材</translation>
    </message>
    <message>
        <source>Edit the {0}</source>
        <translation>{0} の編集</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>Asked</source>
        <translation>指定</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>読み取り</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>測定</translation>
    </message>
    <message>
        <source>Fix this</source>
        <translation>修正</translation>
    </message>
    <message>
        <source>Let Plantain cure this with the smallest edit that does</source>
        <translation>Plantain が必要最小限の編集で修正します</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手動で修正</translation>
    </message>
    <message>
        <source>Select this region and say what should change</source>
        <translation>この領域を選択し、変更内容を指定</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>It holds.</source>
        <translation>条件を満たしています。</translation>
    </message>
    <message>
        <source>The place in the picture that was judged</source>
        <translation>判定された画像内の場所</translation>
    </message>
    <message>
        <source>The picture that was judged</source>
        <translation>判定された画像</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Nobody has looked: there is no critic for this here.</source>
        <translation>未チェックです。これを判定する機能がありません。</translation>
    </message>
    <message>
        <source>Measured by the critic “{0}”, {1} % sure</source>
        <translation>「{0}」の判定による測定、確度 {1}%</translation>
    </message>
    <message>
        <source>Measured before the last change, which cannot have touched it.</source>
        <translation>前回の変更より前の測定です。その変更の影響は受けていません。</translation>
    </message>
    <message>
        <source>How often such a verdict is right has not been measured yet.</source>
        <translation>この種の判定がどのくらい正しいかは、まだ測定されていません。</translation>
    </message>
    <message>
        <source>Such a verdict was right in {0} of {1} cases of the bench.</source>
        <translation>この種の判定は、ベンチの{1}件のうち{0}で正しいものでした。</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>This picture is damaged or too large. Save it as PNG and drop the file.</source>
        <translation>この画像は破損しているか、大きすぎます。PNG で保存し、そのファイルをドロップしてください。</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>PSD, layers for Photoshop</source>
        <translation>PSD（Photoshop 用レイヤー）</translation>
    </message>
    <message>
        <source>OpenRaster, layers for Krita</source>
        <translation>OpenRaster（Krita 用レイヤー）</translation>
    </message>
    <message>
        <source>PNG, lossless</source>
        <translation>PNG（可逆圧縮）</translation>
    </message>
    <message>
        <source>Write prompt, plan and origin into the file</source>
        <translation>プロンプト、プラン、来歴をファイルに書き込む</translation>
    </message>
    <message>
        <source>Every round, as files of their own in a folder</source>
        <translation>すべてのラウンドを個別のファイルとしてフォルダーに書き出す</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>品質</translation>
    </message>
    <message>
        <source>Export it all the same</source>
        <translation>それでも書き出す</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>書き出し…</translation>
    </message>
    <message>
        <source>Your safety policy blocks this:</source>
        <translation>安全ポリシーによりブロックされています：</translation>
    </message>
    <message>
        <source>Export every round into</source>
        <translation>すべてのラウンドの書き出し先</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>Exported to {0}.</source>
        <translation>{0} に書き出しました。</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Documents, plans and pictures</source>
        <translation>ドキュメント、プラン、画像</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>別名で保存</translation>
    </message>
    <message>
        <source>Your safety policy blocks this:</source>
        <translation>安全ポリシーによりブロックされています：</translation>
    </message>
    <message>
        <source>Export asks whether it may leave all the same.</source>
        <translation>書き出しでは、それでも出力するかどうかを確認します。</translation>
    </message>
</context>
<context>
    <name>Gate</name>
    <message>
        <source>What you accept is the text itself, not this summary. The day and the version are recorded, and every picture made with the model carries the licence&apos;s name.</source>
        <translation>同意の対象はこの要約ではなく本文です。日付と版が記録され、このモデルで作る画像にはライセンス名が付きます。</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>同意する</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>今はしない</translation>
    </message>
</context>
<context>
    <name>JobLine</name>
    <message>
        <source>Stop {0}</source>
        <translation>{0}を中止</translation>
    </message>
</context>
<context>
    <name>Keeper</name>
    <message>
        <source>{0} was imported.</source>
        <translation>{0}を取り込みました。</translation>
    </message>
    <message>
        <source>No model is in memory.</source>
        <translation>メモリにモデルはありません。</translation>
    </message>
    <message>
        <source>A model is at work; it stays in memory.</source>
        <translation>モデルが動作中のため、メモリに残ります。</translation>
    </message>
    <message>
        <source>{0} is undamaged.</source>
        <translation>{0}に破損はありません。</translation>
    </message>
    <message>
        <source>{0} is here and can be used.</source>
        <translation>{0}の準備ができました。</translation>
    </message>
</context>
<context>
    <name>LightForm</name>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Change the light</source>
        <translation>ライトの変更</translation>
    </message>
</context>
<context>
    <name>Materials</name>
    <message>
        <source>Drop pictures here to use them in the picture</source>
        <translation>画像に使う素材画像をここにドロップ</translation>
    </message>
    <message>
        <source>Drop a brand kit here: a JSON file with colours, a font and a logo, or one of those files</source>
        <translation>ブランドキット（カラー、フォント、ロゴを含む JSON ファイル、またはロゴかフォントのファイル）をここにドロップ</translation>
    </message>
    <message>
        <source>Add reference pictures</source>
        <translation>参照画像を追加</translation>
    </message>
    <message>
        <source>Choose a brand kit</source>
        <translation>ブランドキットを選択</translation>
    </message>
    <message>
        <source>References</source>
        <translation>参照画像</translation>
    </message>
    <message>
        <source>Brand kit</source>
        <translation>ブランドキット</translation>
    </message>
    <message>
        <source>Click to remove {0}</source>
        <translation>クリックして {0} を削除</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>ブランド</translation>
    </message>
    <message>
        <source>Click to remove</source>
        <translation>クリックして削除</translation>
    </message>
    <message>
        <source>{0} cannot be a reference. Use a PNG, JPEG, WebP, TIFF or AVIF picture.</source>
        <translation>{0} は参照画像に使えません。PNG、JPEG、WebP、TIFF、AVIF のいずれかの画像を使用してください。</translation>
    </message>
    <message>
        <source>{0}: “{1}” is no colour. Write it as #RRGGBB.</source>
        <translation>{0}：「{1}」はカラーとして認識できません。#RRGGBB の形式で記述してください。</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Brand kits</source>
        <translation>ブランドキット</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>The next picture is drawn by {0}.</source>
        <translation>次の画像は{0}が描きます。</translation>
    </message>
    <message>
        <source>Card of {0}</source>
        <translation>{0}のカード</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>モデルカード</translation>
    </message>
    <message>
        <source>Remove a model</source>
        <translation>モデルを削除</translation>
    </message>
    <message>
        <source>Delete {0} and its files from the disk?</source>
        <translation>{0}とそのファイルをディスクから削除しますか?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Import models</source>
        <translation>モデルを取り込む</translation>
    </message>
    <message>
        <source>Folder with models, or a diffusers folder</source>
        <translation>モデルのあるフォルダー、またはdiffusersフォルダー</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>このコンピューター</translation>
    </message>
    <message>
        <source>Critics: they check pictures</source>
        <translation>クリティック：画像を検査します</translation>
    </message>
    <message>
        <source>To be had, free for commercial use</source>
        <translation>入手可能 · 商用利用可</translation>
    </message>
    <message>
        <source>To be had, with restrictions</source>
        <translation>入手可能 · 制限あり</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Copy details</source>
        <translation>詳細をコピー</translation>
    </message>
    <message>
        <source>For a bug report</source>
        <translation>不具合の報告用</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>The engine stumbled ({0}). Your picture is kept; try again.</source>
        <translation>エンジンでエラーが発生しました（{0}）。画像は保持されています。もう一度お試しください。</translation>
    </message>
</context>
<context>
    <name>OpinionPage</name>
    <message>
        <source>It may also plan the picture when you render</source>
        <translation>レンダリング時に画像の計画も任せる</translation>
    </message>
    <message>
        <source>A language-vision model that you run on this computer (llama.cpp, Ollama, LM Studio) can be asked about what Plantain cannot measure. It is asked twice and counts where it agrees with itself, as an opinion.</source>
        <translation>このコンピューターで動かす言語・画像モデル（llama.cpp、Ollama、LM Studio）に、Plantainが測れないことを尋ねられます。二度尋ね、答えが一致したときだけ意見として数えます。</translation>
    </message>
    <message>
        <source>Empty: nobody is asked. No other computer is ever asked, and nothing that was measured is overruled.</source>
        <translation>空欄なら誰にも尋ねません。ほかのコンピューターに尋ねることはなく、測定結果は変えません。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>As the model likes</source>
        <translation>モデルの標準</translation>
    </message>
    <message>
        <source>Model options</source>
        <translation>モデルのオプション</translation>
    </message>
    <message>
        <source>What is left alone here is as the model likes</source>
        <translation>ここで変えない項目は、モデルの標準のままです</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>変更あり</translation>
    </message>
    <message>
        <source>What the picture must not have</source>
        <translation>画像に入れたくないもの</translation>
    </message>
    <message>
        <source>Said to models that take a negative prompt; others leave it unheard</source>
        <translation>ネガティブプロンプトに対応するモデルに伝えます。ほかのモデルでは無視されます</translation>
    </message>
    <message>
        <source>More steps take longer and settle finer detail</source>
        <translation>ステップが多いほど時間がかかり、細部まで仕上がります</translation>
    </message>
    <message>
        <source>A Turbo or Lightning model in one file may not say so: it takes about 6, at guidance 1</source>
        <translation>1ファイルのTurboやLightningモデルは自動で判別できないことがあります。ステップ数は約6、ガイダンスは1にします</translation>
    </message>
    <message>
        <source>How closely the model holds to the prompt; too much burns the colours</source>
        <translation>プロンプトにどれだけ忠実に従うか。大きすぎると色が飽和します</translation>
    </message>
    <message>
        <source>How the model goes from noise to the picture</source>
        <translation>モデルがノイズから画像へ進む方法</translation>
    </message>
    <message>
        <source>Holds the picture to the plan&apos;s layout</source>
        <translation>プランの配置に沿って画像を描かせます</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>深度</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>輪郭</translation>
    </message>
    <message>
        <source>Pose</source>
        <translation>ポーズ</translation>
    </message>
    <message>
        <source>What it follows</source>
        <translation>従うもの</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>ネガティブプロンプト</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>ステップ数</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>ガイダンス</translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation>スケジューラー</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>LoRAs and ControlNets of the library that fit the model are offered here.</source>
        <translation>ライブラリにある、このモデルに合う LoRA と ControlNet をここで選べます。</translation>
    </message>
    <message>
        <source>Choose a model to be offered the schedulers, LoRAs and ControlNets that fit it.</source>
        <translation>モデルを選ぶと、それに合うスケジューラー、LoRA、ControlNet をここで選べます。</translation>
    </message>
    <message>
        <source>Weight of {0}</source>
        <translation>{0} の強さ</translation>
    </message>
    <message>
        <source>How much of the LoRA is added: 1 is all of it</source>
        <translation>LoRA を加える強さ。1 でそのまま加わります</translation>
    </message>
    <message>
        <source>{0} (does not fit)</source>
        <translation>{0}（合いません）</translation>
    </message>
    <message>
        <source>Change the model options</source>
        <translation>モデルのオプションを変更</translation>
    </message>
</context>
<context>
    <name>Orbit</name>
    <message>
        <source>Camera</source>
        <translation>カメラ</translation>
    </message>
    <message>
        <source>Drag to walk around the subject; arrow keys turn by 5°</source>
        <translation>ドラッグで被写体の周りを移動、矢印キーで 5° ずつ回転</translation>
    </message>
</context>
<context>
    <name>PlanPanel</name>
    <message>
        <source>Nothing planned yet. What you describe appears here, thing by thing.</source>
        <translation>プランはまだありません。説明した内容が要素ごとにここに表示されます。</translation>
    </message>
    <message>
        <source>Elements</source>
        <translation>要素</translation>
    </message>
    <message>
        <source>Select an element here or on the canvas to change it.</source>
        <translation>変更する要素を、ここまたはカンバス上で選択してください。</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>カメラ</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Appearance</source>
        <translation>外観</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>チェック</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>ショートカット</translation>
    </message>
    <message>
        <source>Files and hardware</source>
        <translation>ファイルとハードウェア</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>プライバシー</translation>
    </message>
    <message>
        <source>Second opinion</source>
        <translation>セカンドオピニオン</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字サイズ</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>The document&apos;s own</source>
        <translation>ドキュメントと同じフォルダー</translation>
    </message>
    <message>
        <source>Where exports go</source>
        <translation>書き出し先</translation>
    </message>
    <message>
        <source>Show drafts and log</source>
        <translation>下書きとログを表示</translation>
    </message>
    <message>
        <source>The studio renders on the processor; an NVIDIA graphics card is used where there is one.</source>
        <translation>スタジオは CPU でレンダリングします。NVIDIA の GPU がある場合はそれを使用します。</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>Models run on</source>
        <translation>モデルの実行先</translation>
    </message>
    <message>
        <source>The graphics card, if one works</source>
        <translation>グラフィックカード（使える場合）</translation>
    </message>
    <message>
        <source>The processor</source>
        <translation>プロセッサ</translation>
    </message>
    <message>
        <source>Write prompt, plan and origin into exported pictures</source>
        <translation>書き出す画像にプロンプト、プラン、来歴を書き込む</translation>
    </message>
    <message>
        <source>Forget recent files</source>
        <translation>最近使ったファイルの履歴を消去</translation>
    </message>
    <message>
        <source>Plantain works on this computer alone: every connection to another machine is refused while it runs, but for a model that you ask to be downloaded. There are no accounts, no telemetry and no updates behind your back.</source>
        <translation>Plantainはこのコンピューターだけで動作します。指示したモデルのダウンロードを除き、ほかのマシンへの接続はすべて拒否されます。アカウントも、テレメトリーも、勝手な更新もありません。</translation>
    </message>
    <message>
        <source>Mirror for models that you download</source>
        <translation>モデルのダウンロードに使うミラー</translation>
    </message>
    <message>
        <source>Empty: from the site that the catalogue names.</source>
        <translation>空欄ならカタログに記載のサイトから取得します。</translation>
    </message>
</context>
<context>
    <name>Prompt</name>
    <message>
        <source>Prompt</source>
        <translation>プロンプト</translation>
    </message>
    <message>
        <source>Describe the picture. Put words that must be readable in quotes, and name colours, counts and the view.</source>
        <translation>画像を英語で説明してください。表示する文字は引用符で囲み、カラー、個数、視点を指定します。</translation>
    </message>
</context>
<context>
    <name>Rounds</name>
    <message>
        <source>Rounds</source>
        <translation>ラウンド</translation>
    </message>
    <message>
        <source>Compare with a wipe</source>
        <translation>ワイプで比較</translation>
    </message>
    <message>
        <source>Compare side by side</source>
        <translation>並べて比較</translation>
    </message>
    <message>
        <source>Compare by blinking</source>
        <translation>点滅で比較</translation>
    </message>
    <message>
        <source>Make this round the best</source>
        <translation>このラウンドを最良にする</translation>
    </message>
    <message>
        <source>Round {0}</source>
        <translation>ラウンド {0}</translation>
    </message>
    <message>
        <source>best</source>
        <translation>最良</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>不採用</translation>
    </message>
    <message>
        <source>First picture</source>
        <translation>最初の画像</translation>
    </message>
    <message>
        <source>{0} of {1} passed</source>
        <translation>{0}/{1} 件合格</translation>
    </message>
    <message>
        <source>Compare with this round</source>
        <translation>このラウンドと比較</translation>
    </message>
</context>
<context>
    <name>SafetyPage</name>
    <message>
        <source>You decide what is looked for. “Warn” tells you and goes on; “Block” counts as not passed, and asks before the picture is exported. Nothing is refused, hidden or changed without your seeing why.</source>
        <translation>何を調べるかはあなたが決めます。「警告」は知らせて続けます。「ブロック」は不合格とし、書き出す前に確認します。理由を示さずに拒否したり、隠したり、変えたりすることはありません。</translation>
    </message>
    <message>
        <source>No classifier is installed, so nothing can be looked for: import one in Models, and set its policy here.</source>
        <translation>分類モデルがないため、何も調べられません。「モデル」で取り込み、ここでポリシーを決めてください。</translation>
    </message>
    <message>
        <source>Classifier</source>
        <translation>分類モデル</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>Warn</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>ブロック</translation>
    </message>
</context>
<context>
    <name>ScaleBar</name>
    <message>
        <source>Measured: {0}</source>
        <translation>測定値：{0}</translation>
    </message>
    <message>
        <source>at least {0}</source>
        <translation>{0}以上</translation>
    </message>
    <message>
        <source>at most {0}</source>
        <translation>{0}以下</translation>
    </message>
    <message>
        <source>exactly {0}</source>
        <translation>ちょうど{0}</translation>
    </message>
    <message>
        <source>{0} px</source>
        <translation>{0} px</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Change the picture</source>
        <translation>画像の変更</translation>
    </message>
    <message>
        <source>Render</source>
        <translation>レンダリング</translation>
    </message>
    <message>
        <source>The prompt is read anew, so changes made to the plan by hand are gone. Undo brings them back.</source>
        <translation>プロンプトを読み直すため、プランへの手動の変更は失われました。「取り消し」で元に戻せます。</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Read the prompt anew</source>
        <translation>プロンプトの読み直し</translation>
    </message>
    <message>
        <source>Roll the seed</source>
        <translation>シードの生成</translation>
    </message>
    <message>
        <source>Describe a picture first.</source>
        <translation>先に画像の説明を入力してください。</translation>
    </message>
    <message>
        <source>Add text</source>
        <translation>テキストの追加</translation>
    </message>
    <message>
        <source>Take the change back</source>
        <translation>変更の取り消し</translation>
    </message>
    <message>
        <source>Choose another round</source>
        <translation>別のラウンドを選択</translation>
    </message>
    <message>
        <source>No fixer has anything left to try here. Select the region and change it by hand.</source>
        <translation>これ以上試せる修正方法がありません。領域を選択して手動で変更してください。</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Back to the defaults</source>
        <translation>初期設定に戻す</translation>
    </message>
    <message>
        <source>{0} belongs to “{1}”. Free it there first.</source>
        <translation>{0} は「{1}」に割り当てられています。先にそちらを解除してください。</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Checks</source>
        <translation>チェック</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>プラン</translation>
    </message>
    <message>
        <source>Right panel</source>
        <translation>右パネル</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Show the plan&apos;s boxes</source>
        <translation>プランの枠を表示</translation>
    </message>
    <message>
        <source>Show the findings</source>
        <translation>指摘を表示</translation>
    </message>
    <message>
        <source>Outline the element under the cursor</source>
        <translation>ポインターの下の要素を縁取る</translation>
    </message>
    <message>
        <source>Move (V)</source>
        <translation>移動 (V)</translation>
    </message>
    <message>
        <source>Select a rectangle (M)</source>
        <translation>長方形選択 (M)</translation>
    </message>
    <message>
        <source>Select an ellipse (M)</source>
        <translation>楕円形選択 (M)</translation>
    </message>
    <message>
        <source>Select with the lasso (L)</source>
        <translation>なげなわ (L)</translation>
    </message>
    <message>
        <source>Brush a selection (B)</source>
        <translation>選択ブラシ (B)</translation>
    </message>
    <message>
        <source>Erase from the selection (E)</source>
        <translation>選択範囲の消しゴム (E)</translation>
    </message>
    <message>
        <source>Select an element (W)</source>
        <translation>要素を選択 (W)</translation>
    </message>
    <message>
        <source>Write in a place (T)</source>
        <translation>テキストを配置 (T)</translation>
    </message>
    <message>
        <source>Pick a colour (I)</source>
        <translation>スポイト (I)</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>ブラシサイズ</translation>
    </message>
    <message>
        <source>Brush softness</source>
        <translation>ブラシの柔らかさ</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Softness</source>
        <translation>柔らかさ</translation>
    </message>
    <message>
        <source>What should change? dark red, wooden, “OPEN”, or nothing</source>
        <translation>変更内容：dark red、wooden、“OPEN” など（空欄も可）</translation>
    </message>
    <message>
        <source>What should change in the selection</source>
        <translation>選択範囲の変更内容</translation>
    </message>
    <message>
        <source>Re-render region</source>
        <translation>再レンダリング</translation>
    </message>
    <message>
        <source>Every pixel outside the selection stays as it is</source>
        <translation>選択範囲の外のピクセルは変わりません</translation>
    </message>
    <message>
        <source>Grow the selection</source>
        <translation>選択範囲を拡張</translation>
    </message>
    <message>
        <source>Shrink the selection</source>
        <translation>選択範囲を縮小</translation>
    </message>
    <message>
        <source>Invert the selection</source>
        <translation>選択範囲を反転</translation>
    </message>
    <message>
        <source>Select nothing (Ctrl+D)</source>
        <translation>選択を解除 (Ctrl+D)</translation>
    </message>
    <message>
        <source>Zoom out (Ctrl+−)</source>
        <translation>ズームアウト (Ctrl+−)</translation>
    </message>
    <message>
        <source>Zoom in (Ctrl++)</source>
        <translation>ズームイン (Ctrl++)</translation>
    </message>
    <message>
        <source>Fit in the window (Ctrl+0)</source>
        <translation>ウィンドウに合わせる (Ctrl+0)</translation>
    </message>
    <message>
        <source>Round {0}</source>
        <translation>ラウンド {0}</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Stop and keep the best picture so far (Esc)</source>
        <translation>停止し、これまでの最良の画像を残す (Esc)</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>オフライン</translation>
    </message>
    <message>
        <source>Downloading {0} %</source>
        <translation>ダウンロード中 {0} %</translation>
    </message>
    <message>
        <source>Only the site of the model you asked for can be reached, and only until it is here.</source>
        <translation>接続できるのは指定したモデルの配布サイトだけで、取得が終わるまでに限ります。</translation>
    </message>
    <message>
        <source>Plantain works on this computer alone. Connections to other machines are refused.</source>
        <translation>Plantain はこのコンピューターだけで動作します。ほかのマシンへの接続は拒否されます。</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>停止中</translation>
    </message>
    <message>
        <source>Round {0}</source>
        <translation>ラウンド {0}</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} 秒</translation>
    </message>
</context>
<context>
    <name>Thresholds</name>
    <message>
        <source>Check</source>
        <translation>チェック</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>しきい値</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>初期値</translation>
    </message>
    <message>
        <source>What counts as good enough. New limits hold from the next picture on.</source>
        <translation>合格とする基準です。新しいしきい値は次の画像から適用されます。</translation>
    </message>
    <message>
        <source>Back to the usual limits</source>
        <translation>しきい値を初期値に戻す</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Describe a picture</source>
        <translation>画像の説明を入力</translation>
    </message>
    <message>
        <source>Write what it must show at the left. Plantain plans it, renders it on this computer, checks it against your words, and mends what is wrong.</source>
        <translation>左側に、画像に必要な内容を英語で入力します。Plantain が構成を決め、このコンピューターでレンダリングし、説明どおりかをチェックして、誤りを修正します。</translation>
    </message>
    <message>
        <source>Open a picture or document…</source>
        <translation>画像またはドキュメントを開く…</translation>
    </message>
    <message>
        <source>or drop a picture here to check and mend it</source>
        <translation>または、チェックして修正する画像をここにドロップ</translation>
    </message>
    <message>
        <source>Render one of these</source>
        <translation>サンプルをレンダリング</translation>
    </message>
    <message>
        <source>A poster</source>
        <translation>ポスター</translation>
    </message>
    <message>
        <source>A product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>A label</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>A cover</source>
        <translation>カバー</translation>
    </message>
    <message>
        <source>Render this now</source>
        <translation>今すぐレンダリング</translation>
    </message>
    <message>
        <source>Continue the draft “{0}”</source>
        <translation>下書き「{0}」を続ける</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Untitled</source>
        <translation>名称未設定</translation>
    </message>
    <message>
        <source>Search commands   Ctrl+K</source>
        <translation>コマンドを検索   Ctrl+K</translation>
    </message>
    <message>
        <source>kept as a draft</source>
        <translation>下書きに保存済み</translation>
    </message>
    <message>
        <source>saving…</source>
        <translation>保存中…</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>保存済み</translation>
    </message>
    <message>
        <source>Write anew</source>
        <translation>文字の変更</translation>
    </message>
    <message>
        <source>New words</source>
        <translation>新しい文字</translation>
    </message>
    <message>
        <source>Move the box</source>
        <translation>枠の移動</translation>
    </message>
    <message>
        <source>Write here</source>
        <translation>文字の入力</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>{0} – select an element first to give it this colour.</source>
        <translation>{0} – このカラーを適用する要素を先に選択してください。</translation>
    </message>
    <message>
        <source>This finding names no place. Select the region with one of the tools.</source>
        <translation>この指摘には場所の情報がありません。ツールで領域を選択してください。</translation>
    </message>
</context>
<context>
    <name>about</name>
    <message>
        <source>About Plantain</source>
        <translation>Plantain について</translation>
    </message>
</context>
<context>
    <name>colour</name>
    <message>
        <source>amber</source>
        <translation>琥珀色</translation>
    </message>
    <message>
        <source>apricot</source>
        <translation>アプリコット色</translation>
    </message>
    <message>
        <source>aqua</source>
        <translation>アクア</translation>
    </message>
    <message>
        <source>aubergine</source>
        <translation>なす紺</translation>
    </message>
    <message>
        <source>azure</source>
        <translation>空色</translation>
    </message>
    <message>
        <source>beige</source>
        <translation>ベージュ</translation>
    </message>
    <message>
        <source>black</source>
        <translation>黒</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>青</translation>
    </message>
    <message>
        <source>blush</source>
        <translation>ブラッシュピンク</translation>
    </message>
    <message>
        <source>brass</source>
        <translation>真ちゅう色</translation>
    </message>
    <message>
        <source>brick</source>
        <translation>レンガ色</translation>
    </message>
    <message>
        <source>bronze</source>
        <translation>ブロンズ色</translation>
    </message>
    <message>
        <source>brown</source>
        <translation>茶色</translation>
    </message>
    <message>
        <source>burgundy</source>
        <translation>バーガンディー</translation>
    </message>
    <message>
        <source>burnt orange</source>
        <translation>焦げたオレンジ色</translation>
    </message>
    <message>
        <source>champagne</source>
        <translation>シャンパン色</translation>
    </message>
    <message>
        <source>charcoal</source>
        <translation>チャコール</translation>
    </message>
    <message>
        <source>cherry</source>
        <translation>チェリーレッド</translation>
    </message>
    <message>
        <source>chocolate</source>
        <translation>チョコレート色</translation>
    </message>
    <message>
        <source>cobalt</source>
        <translation>コバルトブルー</translation>
    </message>
    <message>
        <source>copper</source>
        <translation>銅色</translation>
    </message>
    <message>
        <source>coral</source>
        <translation>コーラル</translation>
    </message>
    <message>
        <source>cream</source>
        <translation>クリーム色</translation>
    </message>
    <message>
        <source>crimson</source>
        <translation>クリムゾン</translation>
    </message>
    <message>
        <source>cyan</source>
        <translation>シアン</translation>
    </message>
    <message>
        <source>ecru</source>
        <translation>エクリュ</translation>
    </message>
    <message>
        <source>eggshell</source>
        <translation>卵の殻色</translation>
    </message>
    <message>
        <source>emerald</source>
        <translation>エメラルドグリーン</translation>
    </message>
    <message>
        <source>forest green</source>
        <translation>フォレストグリーン</translation>
    </message>
    <message>
        <source>fuchsia</source>
        <translation>フクシア</translation>
    </message>
    <message>
        <source>ginger</source>
        <translation>ジンジャー色</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>金色</translation>
    </message>
    <message>
        <source>golden</source>
        <translation>金色</translation>
    </message>
    <message>
        <source>graphite</source>
        <translation>グラファイト色</translation>
    </message>
    <message>
        <source>gray</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>green</source>
        <translation>緑</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>indigo</source>
        <translation>藍色</translation>
    </message>
    <message>
        <source>ivory</source>
        <translation>アイボリー</translation>
    </message>
    <message>
        <source>jet black</source>
        <translation>漆黒</translation>
    </message>
    <message>
        <source>khaki</source>
        <translation>カーキ</translation>
    </message>
    <message>
        <source>lavender</source>
        <translation>ラベンダー色</translation>
    </message>
    <message>
        <source>lemon</source>
        <translation>レモン色</translation>
    </message>
    <message>
        <source>lilac</source>
        <translation>ライラック色</translation>
    </message>
    <message>
        <source>lime</source>
        <translation>ライム色</translation>
    </message>
    <message>
        <source>magenta</source>
        <translation>マゼンタ</translation>
    </message>
    <message>
        <source>maroon</source>
        <translation>えび茶色</translation>
    </message>
    <message>
        <source>mauve</source>
        <translation>モーブ</translation>
    </message>
    <message>
        <source>midnight blue</source>
        <translation>ミッドナイトブルー</translation>
    </message>
    <message>
        <source>mint</source>
        <translation>ミント色</translation>
    </message>
    <message>
        <source>mustard</source>
        <translation>からし色</translation>
    </message>
    <message>
        <source>navy</source>
        <translation>紺色</translation>
    </message>
    <message>
        <source>navy blue</source>
        <translation>紺色</translation>
    </message>
    <message>
        <source>ochre</source>
        <translation>黄土色</translation>
    </message>
    <message>
        <source>off white</source>
        <translation>オフホワイト</translation>
    </message>
    <message>
        <source>off-white</source>
        <translation>オフホワイト</translation>
    </message>
    <message>
        <source>olive</source>
        <translation>オリーブ色</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>オレンジ色</translation>
    </message>
    <message>
        <source>peach</source>
        <translation>桃色</translation>
    </message>
    <message>
        <source>petrol</source>
        <translation>ペトロール</translation>
    </message>
    <message>
        <source>pine green</source>
        <translation>松葉色</translation>
    </message>
    <message>
        <source>pink</source>
        <translation>ピンク</translation>
    </message>
    <message>
        <source>plum</source>
        <translation>プラム色</translation>
    </message>
    <message>
        <source>purple</source>
        <translation>紫</translation>
    </message>
    <message>
        <source>red</source>
        <translation>赤</translation>
    </message>
    <message>
        <source>rose</source>
        <translation>ローズ色</translation>
    </message>
    <message>
        <source>rose gold</source>
        <translation>ローズゴールド</translation>
    </message>
    <message>
        <source>ruby</source>
        <translation>ルビー色</translation>
    </message>
    <message>
        <source>rust</source>
        <translation>さび色</translation>
    </message>
    <message>
        <source>sage</source>
        <translation>セージ色</translation>
    </message>
    <message>
        <source>salmon</source>
        <translation>サーモンピンク</translation>
    </message>
    <message>
        <source>sand</source>
        <translation>砂色</translation>
    </message>
    <message>
        <source>sapphire</source>
        <translation>サファイアブルー</translation>
    </message>
    <message>
        <source>scarlet</source>
        <translation>緋色</translation>
    </message>
    <message>
        <source>sepia</source>
        <translation>セピア色</translation>
    </message>
    <message>
        <source>silver</source>
        <translation>銀色</translation>
    </message>
    <message>
        <source>sky</source>
        <translation>空色</translation>
    </message>
    <message>
        <source>slate</source>
        <translation>スレート色</translation>
    </message>
    <message>
        <source>tan</source>
        <translation>タン色</translation>
    </message>
    <message>
        <source>taupe</source>
        <translation>トープ</translation>
    </message>
    <message>
        <source>teal</source>
        <translation>ティール</translation>
    </message>
    <message>
        <source>terracotta</source>
        <translation>テラコッタ色</translation>
    </message>
    <message>
        <source>turquoise</source>
        <translation>ターコイズ</translation>
    </message>
    <message>
        <source>ultramarine</source>
        <translation>群青色</translation>
    </message>
    <message>
        <source>vermilion</source>
        <translation>朱色</translation>
    </message>
    <message>
        <source>violet</source>
        <translation>すみれ色</translation>
    </message>
    <message>
        <source>white</source>
        <translation>白</translation>
    </message>
    <message>
        <source>wine</source>
        <translation>ワインレッド</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>light {0}</source>
        <translation>明るい{0}</translation>
    </message>
    <message>
        <source>pale {0}</source>
        <translation>淡い{0}</translation>
    </message>
    <message>
        <source>pastel {0}</source>
        <translation>パステル調の{0}</translation>
    </message>
    <message>
        <source>soft {0}</source>
        <translation>柔らかな{0}</translation>
    </message>
    <message>
        <source>bright {0}</source>
        <translation>鮮やかな{0}</translation>
    </message>
    <message>
        <source>vivid {0}</source>
        <translation>ビビッドな{0}</translation>
    </message>
    <message>
        <source>deep {0}</source>
        <translation>深い{0}</translation>
    </message>
    <message>
        <source>dark {0}</source>
        <translation>暗い{0}</translation>
    </message>
    <message>
        <source>very dark {0}</source>
        <translation>とても暗い{0}</translation>
    </message>
    <message>
        <source>very light {0}</source>
        <translation>とても明るい{0}</translation>
    </message>
    <message>
        <source>rich {0}</source>
        <translation>濃い{0}</translation>
    </message>
    <message>
        <source>dusty {0}</source>
        <translation>くすんだ{0}</translation>
    </message>
    <message>
        <source>muted {0}</source>
        <translation>抑えた{0}</translation>
    </message>
    <message>
        <source>warm {0}</source>
        <translation>温かみのある{0}</translation>
    </message>
    <message>
        <source>cool {0}</source>
        <translation>涼しげな{0}</translation>
    </message>
</context>
<context>
    <name>diagnostics</name>
    <message>
        <source>Log and diagnostics</source>
        <translation>ログと診断</translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>{source} is no usable {document}: {error}.</source>
        <translation>{source}は{document}として使えません：{error}。</translation>
    </message>
    <message>
        <source>Correct that field.</source>
        <translation>その項目を直してください。</translation>
    </message>
    <message>
        <source>{source} is not JSON: {error}.</source>
        <translation>{source}はJSONではありません：{error}。</translation>
    </message>
    <message>
        <source>NaN, comments and trailing commas are not allowed.</source>
        <translation>NaN、コメント、末尾のコンマは使えません。</translation>
    </message>
    <message>
        <source>{source} is nested too deeply.</source>
        <translation>{source}は入れ子が深すぎます。</translation>
    </message>
    <message>
        <source>A plan needs only a few levels.</source>
        <translation>プランに必要な階層はわずかです。</translation>
    </message>
    <message>
        <source>The sharpest edges are {figure} pixels wide: the picture is blurred.</source>
        <translation>最も鋭い輪郭でも幅が{figure}ピクセルあり、画像がぼけています。</translation>
    </message>
    <message>
        <source>Too few edges to measure their sharpness.</source>
        <translation>輪郭が少なすぎて、鮮明さを測れません。</translation>
    </message>
    <message>
        <source>Noise of {figure} levels covers the picture&apos;s fine tones.</source>
        <translation>{figure}段階のノイズが画像の微妙な階調を覆っています。</translation>
    </message>
    <message>
        <source>Too small to measure noise.</source>
        <translation>小さすぎてノイズを測れません。</translation>
    </message>
    <message>
        <source>No dead areas.</source>
        <translation>欠落部分はありません。</translation>
    </message>
    <message>
        <source>A block of one flat value looks dead.</source>
        <translation>単一の値だけの塊があり、欠落しているように見えます。</translation>
    </message>
    <message>
        <source>Tones break into steps over {percent} of the picture.</source>
        <translation>画像の{percent}で階調が段状に途切れています。</translation>
    </message>
    <message>
        <source>No blur, noise, banding, clipping, seams or dead areas, and no place that looks wrong.</source>
        <translation>ぼけ、ノイズ、階調の段差、白飛び・黒つぶれ、継ぎ目、死んだ領域はなく、おかしく見える箇所もありません。</translation>
    </message>
    <message>
        <source>Something looks wrong here.</source>
        <translation>ここは何かおかしく見えます。</translation>
    </message>
    <message>
        <source>Outlines look melted here.</source>
        <translation>ここは輪郭が溶けたように見えます。</translation>
    </message>
    <message>
        <source>Things look doubled here.</source>
        <translation>ここは物が二重に見えます。</translation>
    </message>
    <message>
        <source>A seam shows here.</source>
        <translation>ここに継ぎ目が見えます。</translation>
    </message>
    <message>
        <source>A patch repeats itself here.</source>
        <translation>ここは同じ部分が繰り返されています。</translation>
    </message>
    <message>
        <source>The surface is blotched here.</source>
        <translation>ここは面にむらがあります。</translation>
    </message>
    <message>
        <source>Smooth tones break into steps here.</source>
        <translation>ここは滑らかな階調が段差になっています。</translation>
    </message>
    <message>
        <source>Edges have the halos of too much sharpening here.</source>
        <translation>ここはシャープのかけすぎで縁に光輪があります。</translation>
    </message>
    <message>
        <source>The blocks and rings of strong JPEG compression show here.</source>
        <translation>ここに強いJPEG圧縮のブロックとリングが見えます。</translation>
    </message>
    <message>
        <source>A fine grid lies over the picture here.</source>
        <translation>ここは細かい格子が画像に重なっています。</translation>
    </message>
    <message>
        <source>Edges have coloured fringes here.</source>
        <translation>ここは縁に色のにじみがあります。</translation>
    </message>
    <message>
        <source>Lines are broken here.</source>
        <translation>ここは線が途切れています。</translation>
    </message>
    <message>
        <source>Detail is lost in a blur here.</source>
        <translation>ここは細部がぼけて失われています。</translation>
    </message>
    <message>
        <source>Grain lies over the picture here.</source>
        <translation>ここは画像に粒状ノイズが重なっています。</translation>
    </message>
    <message>
        <source>Nothing is burnt out to pure white.</source>
        <translation>白とびはありません。</translation>
    </message>
    <message>
        <source>A large area is burnt out to pure white.</source>
        <translation>広い範囲が真っ白にとんでいます。</translation>
    </message>
    <message>
        <source>Nothing is crushed to pure black.</source>
        <translation>黒つぶれはありません。</translation>
    </message>
    <message>
        <source>A large area is crushed to pure black.</source>
        <translation>広い範囲が真っ黒につぶれています。</translation>
    </message>
    <message>
        <source>No seams.</source>
        <translation>継ぎ目はありません。</translation>
    </message>
    <message>
        <source>A straight seam runs across the picture.</source>
        <translation>まっすぐな継ぎ目が画像を横切っています。</translation>
    </message>
    <message>
        <source>A straight seam runs down the picture.</source>
        <translation>まっすぐな継ぎ目が画像を縦に走っています。</translation>
    </message>
    <message>
        <source>The roll reads {figure}°; azimuth and elevation do not show.</source>
        <translation>カメラの傾きは{figure}°です。方位角と仰角は読み取れません。</translation>
    </message>
    <message>
        <source>The roll reads {figure}° and the elevation {figure2}°; the azimuth does not show.</source>
        <translation>カメラの傾きは{figure}°、仰角は{figure2}°です。方位角は読み取れません。</translation>
    </message>
    <message>
        <source>The camera stands as asked: elevation {figure}°, roll {figure2}°.</source>
        <translation>カメラは指定どおりです：仰角{figure}°、傾き{figure2}°。</translation>
    </message>
    <message>
        <source>The camera stands as asked: azimuth {figure}°, elevation {figure2}°, roll {figure3}°.</source>
        <translation>カメラは指定どおりです：方位角{figure}°、仰角{figure2}°、傾き{figure3}°。</translation>
    </message>
    <message>
        <source>Nothing speaks against azimuth {figure}°, elevation {figure2}°, roll {figure3}°, but others would look alike.</source>
        <translation>方位角{figure}°、仰角{figure2}°、傾き{figure3}°と矛盾しませんが、ほかの角度でも同じように見えます。</translation>
    </message>
    <message>
        <source>The azimuth is {figure}°; {figure2}° were asked for.</source>
        <translation>方位角は{figure}°です。指定は{figure2}°です。</translation>
    </message>
    <message>
        <source>The elevation is {figure}°; {figure2}° were asked for.</source>
        <translation>仰角は{figure}°です。指定は{figure2}°です。</translation>
    </message>
    <message>
        <source>The {noun} turns with the camera, so that its front stays in sight.</source>
        <translation>「{noun}」は正面が見えるようにカメラと一緒に向きを変えます。</translation>
    </message>
    <message>
        <source>The {noun} looks the same from all around.</source>
        <translation>「{noun}」はどの方向から見ても同じです。</translation>
    </message>
    <message>
        <source>The front and back of the {noun} look alike.</source>
        <translation>「{noun}」の正面と背面は見分けがつきません。</translation>
    </message>
    <message>
        <source>Where the {noun} stands is not known: it is too small or too plain to be found.</source>
        <translation>「{noun}」は小さすぎるか単純すぎて見つけられず、どこにあるか分かりません。</translation>
    </message>
    <message>
        <source>EasyOCR&apos;s reader for it can be added: plantain models export-critic easyocr ~/.EasyOCR/model --lang {words}.</source>
        <translation>EasyOCR のリーダーを追加できます：plantain models export-critic easyocr ~/.EasyOCR/model --lang {words}。</translation>
    </message>
    <message>
        <source>No face here draws its letters alike.</source>
        <translation>ここにはこの文字を同じ形で描く書体がありません。</translation>
    </message>
    <message>
        <source>Marks like letters stand where no text was asked for, and no reader here can spell them.</source>
        <translation>文字を求めていない場所に文字のような印があり、ここでは読み取れません。</translation>
    </message>
    <message>
        <source>The logo is mirrored.</source>
        <translation>ロゴが左右反転しています。</translation>
    </message>
    <message>
        <source>The logo is seen from the side: whether it is stretched does not show.</source>
        <translation>ロゴが斜めから写っているため、引き伸ばされているかどうかは分かりません。</translation>
    </message>
    <message>
        <source>{subject} is {words}, {figure} from the nearest colour of the brand (CIEDE2000).</source>
        <translation>{subject}：{words}。最も近いブランドカラーから {figure} 離れています（CIEDE2000）。</translation>
    </message>
    <message>
        <source>{subject} is in the brand&apos;s colours for {percent}; most of the rest is {words}.</source>
        <translation>{subject}：{percent} がブランドカラーで、残りの大部分は {words} です。</translation>
    </message>
    <message>
        <source>Every part keeps to the brand&apos;s colours: {percent} at the least.</source>
        <translation>どの部分もブランドカラーを守っています（少なくとも {percent}）。</translation>
    </message>
    <message>
        <source>Where the photographs in this design stand is not known.</source>
        <translation>このデザインのどこに写真があるか分かりません。</translation>
    </message>
    <message>
        <source>Which pixels should wear the brand&apos;s colours is not known.</source>
        <translation>どの画素がブランドカラーであるべきか分かりません。</translation>
    </message>
    <message>
        <source>The letters of “{words}” are not found.</source>
        <translation>「{words}」の文字が見つかりません。</translation>
    </message>
    <message>
        <source>The letters of “{words}” look like {words2}, not like {words3}.</source>
        <translation>「{words}」の文字は {words3} ではなく {words2} のように見えます。</translation>
    </message>
    <message>
        <source>“{words}” is set in {words2}.</source>
        <translation>「{words}」は {words2} で組まれています。</translation>
    </message>
    <message>
        <source>Whether “{words}” is set in {words2} does not show.</source>
        <translation>「{words}」が {words2} で組まれているかどうかは判別できません。</translation>
    </message>
    <message>
        <source>There is no classifier for the safety policy, so nobody has looked. Import one in Models.</source>
        <translation>安全ポリシー用の分類モデルがないため、確認していません。「モデル」で取り込んでください。</translation>
    </message>
    <message>
        <source>{words} does not know the category “{words2}”.</source>
        <translation>{words}は分類「{words2}」を知りません。</translation>
    </message>
    <message>
        <source>{words} sees {percent} of “{words2}”; the policy allows {percent2}.</source>
        <translation>{words}の判定は「{words2}」が{percent}です。ポリシーの上限は{percent2}です。</translation>
    </message>
    <message>
        <source>Your policy blocks it.</source>
        <translation>ポリシーによりブロックされます。</translation>
    </message>
    <message>
        <source>Your policy warns of it.</source>
        <translation>ポリシーによる警告です。</translation>
    </message>
    <message>
        <source>The answers of {words} are no probabilities of the categories on its card.</source>
        <translation>{words}の出力は、カードにある分類の確率ではありません。</translation>
    </message>
    <message>
        <source>Correct its card.</source>
        <translation>カードを直してください。</translation>
    </message>
    <message>
        <source>The local model is not asked about this.</source>
        <translation>これについてはローカルモデルに尋ねません。</translation>
    </message>
    <message>
        <source>{words} answered something else than was asked.</source>
        <translation>{words}は質問と違うことを答えました。</translation>
    </message>
    <message>
        <source>{words} cannot see it.</source>
        <translation>{words}には見分けられません。</translation>
    </message>
    <message>
        <source>{words} contradicts itself when it is asked twice.</source>
        <translation>{words}は二度尋ねると答えが食い違います。</translation>
    </message>
    <message>
        <source>{words} sees it from that side; by how many degrees nobody has measured.</source>
        <translation>{words}はその側から見えると答えました。角度は測っていません。</translation>
    </message>
    <message>
        <source>{words}, asked twice, says yes.</source>
        <translation>{words}に二度尋ねた答えは「はい」です。</translation>
    </message>
    <message>
        <source>{words}, asked twice, says no.</source>
        <translation>{words}に二度尋ねた答えは「いいえ」です。</translation>
    </message>
    <message>
        <source>That is an opinion and no measurement.</source>
        <translation>これは意見であり、測定ではありません。</translation>
    </message>
    <message>
        <source>{words} gave no answer.</source>
        <translation>{words}は答えませんでした。</translation>
    </message>
    <message>
        <source>What {words} answers cannot be read.</source>
        <translation>{words}の応答を読み取れません。</translation>
    </message>
    <message>
        <source>Ask another model.</source>
        <translation>別のモデルに尋ねてください。</translation>
    </message>
    <message>
        <source>“{words}” is no address on this computer.</source>
        <translation>「{words}」はこのコンピューターのアドレスではありません。</translation>
    </message>
    <message>
        <source>Only http://127.0.0.1, http://[::1] and http://localhost are asked, as in http://127.0.0.1:11434/v1.</source>
        <translation>尋ねる先はhttp://127.0.0.1、http://[::1]、http://localhostだけです（例：http://127.0.0.1:11434/v1）。</translation>
    </message>
    <message>
        <source>{words} did not answer within {figure} seconds.</source>
        <translation>{words}は{figure}秒以内に答えませんでした。</translation>
    </message>
    <message>
        <source>{words} broke off.</source>
        <translation>{words}との通信が途切れました。</translation>
    </message>
    <message>
        <source>No server answers at {words}.</source>
        <translation>{words}で応答するサーバーがありません。</translation>
    </message>
    <message>
        <source>{words} points to another address, which is not asked.</source>
        <translation>{words}は別のアドレスを示しましたが、そこには尋ねません。</translation>
    </message>
    <message>
        <source>{words} answers with more than {figure} MB.</source>
        <translation>{words}の応答が{figure} MBを超えています。</translation>
    </message>
    <message>
        <source>{words} answers with the error {figure}.</source>
        <translation>{words}がエラー{figure}を返しました。</translation>
    </message>
    <message>
        <source>See to that server, or switch the second opinion off.</source>
        <translation>サーバーを確かめるか、セカンドオピニオンをオフにしてください。</translation>
    </message>
    <message>
        <source>There are too few pixels to compare with the reference.</source>
        <translation>参照画像と比べるにはピクセルが足りません。</translation>
    </message>
    <message>
        <source>That neither confirms nor denies it.</source>
        <translation>これでは肯定も否定もできません。</translation>
    </message>
    <message>
        <source>{figure} marks and {percent} of the colours are those of the reference.</source>
        <translation>参照画像と{figure}個の特徴と色の{percent}が一致します。</translation>
    </message>
    <message>
        <source>It differs from the reference by ΔE {figure} on average.</source>
        <translation>参照画像との差は平均ΔE {figure}です。</translation>
    </message>
    <message>
        <source>The network {words} cannot be read ({error}).</source>
        <translation>ネットワーク{words}を読み込めません({error})。</translation>
    </message>
    <message>
        <source>The network {words} is not the one its card names.</source>
        <translation>ネットワーク{words}はカードに記されたものと一致しません。</translation>
    </message>
    <message>
        <source>The network {words} takes {words2}.</source>
        <translation>ネットワーク{words}の入力は{words2}です。</translation>
    </message>
    <message>
        <source>The network {words} gave {words2} instead of {words3}.</source>
        <translation>ネットワーク {words} の出力は {words3} ではなく {words2} でした。</translation>
    </message>
    <message>
        <source>The network {words} gave what are no numbers.</source>
        <translation>ネットワーク {words} の出力が有効な数値ではありません。</translation>
    </message>
    <message>
        <source>The network {words} takes no {words2} of the shape {words3}.</source>
        <translation>ネットワーク{words}は形状{words3}の{words2}を受け取れません。</translation>
    </message>
    <message>
        <source>{words} runs on the processor, because {words2} failed ({error}).</source>
        <translation>{words2}が失敗したため({error})、{words}はCPUで実行されます。</translation>
    </message>
    <message>
        <source>The network {words} stopped: {error}.</source>
        <translation>ネットワーク{words}が停止しました: {error}。</translation>
    </message>
    <message>
        <source>The network {words} cannot be used ({error}).</source>
        <translation>ネットワーク{words}は使用できません({error})。</translation>
    </message>
    <message>
        <source>Install or import it again.</source>
        <translation>もう一度インストールまたはインポートしてください。</translation>
    </message>
    <message>
        <source>The detector finds the {noun}: {percent}.</source>
        <translation>検出器が「{noun}」を見つけました：{percent}。</translation>
    </message>
    <message>
        <source>The detector finds no {noun}: {percent} at most.</source>
        <translation>検出器は「{noun}」を見つけられません：最大{percent}。</translation>
    </message>
    <message>
        <source>The detector counts {figure} × {noun}.</source>
        <translation>検出器は「{noun}」を{figure}個数えました。</translation>
    </message>
    <message>
        <source>The detector counts {figure} × {noun} where {figure2} were asked for.</source>
        <translation>検出器は「{noun}」を{figure}個数えましたが、求められたのは{figure2}個です。</translation>
    </message>
    <message>
        <source>“{words}” fits the picture with a probability of {percent}.</source>
        <translation>「{words}」が画像に合う確率は{percent}です。</translation>
    </message>
    <message>
        <source>“{words}” fits the picture better than other styles with a probability of {percent}.</source>
        <translation>「{words}」がほかのスタイルより画像に合う確率は{percent}です。</translation>
    </message>
    <message>
        <source>No network that compares pictures with words is installed.</source>
        <translation>画像と言葉を比べるネットワークがインストールされていません。</translation>
    </message>
    <message>
        <source>There are no words to compare the picture with.</source>
        <translation>画像と比べる言葉がありません。</translation>
    </message>
    <message>
        <source>It is like the reference to {percent} for the network {words}.</source>
        <translation>ネットワーク{words}によると、参照画像との一致度は{percent}です。</translation>
    </message>
    <message>
        <source>No network that compares things is installed.</source>
        <translation>ものを比べるネットワークがインストールされていません。</translation>
    </message>
    <message>
        <source>No detail that could repeat.</source>
        <translation>繰り返しになりうる細部がありません。</translation>
    </message>
    <message>
        <source>The picture repeats itself like tiles.</source>
        <translation>画像がタイルのように繰り返されています。</translation>
    </message>
    <message>
        <source>“{words}” names no colour that can be measured.</source>
        <translation>「{words}」は測定できる色の名前ではありません。</translation>
    </message>
    <message>
        <source>Which pixels are the {noun}&apos;s own is not known.</source>
        <translation>どのピクセルが「{noun}」のものか分かりません。</translation>
    </message>
    <message>
        <source>{subject} is {words}, {figure} from {words2} (CIEDE2000).</source>
        <translation>{subject}は{words}で、{words2}との差は{figure}です（CIEDE2000）。</translation>
    </message>
    <message>
        <source>{subject} is {colour}: {percent} of it.</source>
        <translation>{subject}は{colour}です（全体の{percent}）。</translation>
    </message>
    <message>
        <source>{subject} looks {colour}, not {colour2}.</source>
        <translation>{subject}は{colour2}ではなく{colour}に見えます。</translation>
    </message>
    <message>
        <source>{subject} is only {percent} {colour}.</source>
        <translation>{subject}のうち{colour}なのは{percent}だけです。</translation>
    </message>
    <message>
        <source>{subject} cannot be seen.</source>
        <translation>{subject}が見えません。</translation>
    </message>
    <message>
        <source>{subject} is cut off at the {side}.</source>
        <translation>{subject}が{side}端で切れています。</translation>
    </message>
    <message>
        <source>{subject} is away from its planned place.</source>
        <translation>{subject}が計画した位置から外れています。</translation>
    </message>
    <message>
        <source>{subject} is whole and in its place.</source>
        <translation>{subject}は全体が見え、決めた位置にあります。</translation>
    </message>
    <message>
        <source>Where the {noun} stands is not known: there is no mask.</source>
        <translation>マスクがないため、「{noun}」がどこにあるか分かりません。</translation>
    </message>
    <message>
        <source>No {noun} can be seen, so it cannot be in its place.</source>
        <translation>「{noun}」が見えないため、決めた位置にあるとはいえません。</translation>
    </message>
    <message>
        <source>Whether it is {relation} the other cannot be seen or measured.</source>
        <translation>もう一方の{relation}にあるかどうかは、見ても測っても分かりません。</translation>
    </message>
    <message>
        <source>The {noun} is {relation} the {noun2}.</source>
        <translation>「{noun}」は「{noun2}」の{relation}にあります。</translation>
    </message>
    <message>
        <source>The {noun} is not {relation} the {noun2}: it is off by {percent} of the picture.</source>
        <translation>「{noun}」は「{noun2}」の{relation}にありません。画像の{percent}ずれています。</translation>
    </message>
    <message>
        <source>This picture brings no element masks, and no detector for them is installed.</source>
        <translation>この画像には要素のマスクがなく、要素の検出器も入っていません。</translation>
    </message>
    <message>
        <source>Things that touch or hide each other are not counted: no detector for them is installed.</source>
        <translation>触れ合っている物や隠れている物は数えられません。そのための検出器がインストールされていません。</translation>
    </message>
    <message>
        <source>The {noun} is visible.</source>
        <translation>「{noun}」が見えます。</translation>
    </message>
    <message>
        <source>No {noun} can be seen where it should stand.</source>
        <translation>「{noun}」があるべき場所に見えません。</translation>
    </message>
    <message>
        <source>Something that may be the {noun} stands on a plain ground.</source>
        <translation>無地の背景に、「{noun}」かもしれないものがあります。</translation>
    </message>
    <message>
        <source>{figure} × {noun}.</source>
        <translation>{noun}が{figure}個。</translation>
    </message>
    <message>
        <source>{figure} × {noun} where {figure2} were asked for.</source>
        <translation>{noun}が{figure}個（指定は{figure2}個）。</translation>
    </message>
    <message>
        <source>{figure} × {figure2} pixels.</source>
        <translation>{figure} × {figure2}ピクセル。</translation>
    </message>
    <message>
        <source>{figure} × {figure2} pixels; {words} were asked for.</source>
        <translation>{figure} × {figure2}ピクセル（指定は{words}）。</translation>
    </message>
    <message>
        <source>“{words}” is in a script that no reader here knows.</source>
        <translation>「{words}」は、ここでは読み取れない文字です。</translation>
    </message>
    <message>
        <source>Missing: “{words}” cannot be seen.</source>
        <translation>欠落：「{words}」が見えません。</translation>
    </message>
    <message>
        <source>Nothing else is written.</source>
        <translation>ほかに文字はありません。</translation>
    </message>
    <message>
        <source>Stray text: {words} was not asked for.</source>
        <translation>余分な文字：{words}は指定されていません。</translation>
    </message>
    <message>
        <source>Misspelt: reads “{words}”; {article} {letter} is missing.</source>
        <translation>誤字：「{words}」と読めます。{letter}が抜けています。</translation>
    </message>
    <message>
        <source>Misspelt: reads “{words}”; {article} {letter} too many.</source>
        <translation>誤字：「{words}」と読めます。{letter}が余分です。</translation>
    </message>
    <message>
        <source>Misspelt: reads “{words}”; {article} {letter} stands where {article2} {letter2} belongs.</source>
        <translation>誤字：「{words}」と読めます。{letter2}の位置に{letter}があります。</translation>
    </message>
    <message>
        <source>Misspelt: reads “{words}”; {figure} letters are wrong.</source>
        <translation>誤字：「{words}」と読めます。{figure}文字が違います。</translation>
    </message>
    <message>
        <source>Misspelt: the words of “{words}” run together.</source>
        <translation>誤字：「{words}」の語がつながっています。</translation>
    </message>
    <message>
        <source>Missing: no letters stand where “{words}” should.</source>
        <translation>欠落：「{words}」があるべき場所に文字がありません。</translation>
    </message>
    <message>
        <source>Damaged letter: something else is written or drawn over “{words}”.</source>
        <translation>文字の損傷：「{words}」の上に別のものが書かれているか、描かれています。</translation>
    </message>
    <message>
        <source>Too small: the capitals of “{words}” are {figure} pixels high, {figure2} are needed.</source>
        <translation>小さすぎ：「{words}」の大文字の高さは{figure}ピクセルで、{figure2}必要です。</translation>
    </message>
    <message>
        <source>Low contrast: “{words}” stands {figure} : 1 against its ground, {figure2} : 1 is needed.</source>
        <translation>コントラスト不足：「{words}」の背景に対する比は{figure} : 1で、{figure2} : 1必要です。</translation>
    </message>
    <message>
        <source>Unreadable: nothing can be read where “{words}” should stand.</source>
        <translation>判読不能：「{words}」があるべき場所で何も読み取れません。</translation>
    </message>
    <message>
        <source>Unreadable: it reads “{words}” where “{words2}” should stand.</source>
        <translation>判読不能：「{words2}」があるべき場所が「{words}」と読めます。</translation>
    </message>
    <message>
        <source>Damaged letter: the {letter} in “{words}” is not whole.</source>
        <translation>文字の損傷：「{words}」の{letter}が欠けています。</translation>
    </message>
    <message>
        <source>Damaged letter: a letter in “{words}” is not whole.</source>
        <translation>文字の損傷：「{words}」の1文字が欠けています。</translation>
    </message>
    <message>
        <source>Reads “{words}”; its capitals are {figure} pixels high, its contrast is {figure2} : 1.</source>
        <translation>「{words}」と読めます。大文字の高さは{figure}ピクセル、コントラストは{figure2} : 1です。</translation>
    </message>
    <message>
        <source>The {kind} critic failed: {sentence}</source>
        <translation>検査「{kind}」が失敗しました：{sentence}</translation>
    </message>
    <message>
        <source>No critic for this is installed, so nobody has looked.</source>
        <translation>これを調べる検査が入っていないため、まだ確認していません。</translation>
    </message>
    <message>
        <source>No renderer here can draw: {things}.</source>
        <translation>ここにあるレンダラーでは描けません：{things}。</translation>
    </message>
    <message>
        <source>There is no colour to give to {words}.</source>
        <translation>{words}に付ける色がありません。</translation>
    </message>
    <message>
        <source>Shift the colour of the {noun} to {colour}.</source>
        <translation>「{noun}」の色を{colour}に寄せる。</translation>
    </message>
    <message>
        <source>Render this region again.</source>
        <translation>この領域を描き直す。</translation>
    </message>
    <message>
        <source>Another seed needs a renderer.</source>
        <translation>シードを変えるにはレンダラーが必要です。</translation>
    </message>
    <message>
        <source>Render everything with seed {words}.</source>
        <translation>全体をシード{words}で描き直す。</translation>
    </message>
    <message>
        <source>An edited plan needs a renderer.</source>
        <translation>プランを変えるにはレンダラーが必要です。</translation>
    </message>
    <message>
        <source>Come closer.</source>
        <translation>近づく。</translation>
    </message>
    <message>
        <source>Step back.</source>
        <translation>離れる。</translation>
    </message>
    <message>
        <source>Turn the text to the camera.</source>
        <translation>文字をカメラのほうへ向ける。</translation>
    </message>
    <message>
        <source>Turn the text straight to the camera.</source>
        <translation>文字をカメラの正面に向ける。</translation>
    </message>
    <message>
        <source>Move the camera off the highlight.</source>
        <translation>カメラをハイライトから外す。</translation>
    </message>
    <message>
        <source>Look from higher up, so that nothing is hidden.</source>
        <translation>何も隠れないよう、より高い位置から見る。</translation>
    </message>
    <message>
        <source>Make the {noun} larger.</source>
        <translation>「{noun}」を大きくする。</translation>
    </message>
    <message>
        <source>Make the {noun} smaller.</source>
        <translation>「{noun}」を小さくする。</translation>
    </message>
    <message>
        <source>Light the scene with {light} light.</source>
        <translation>「{light}」の光で照らす。</translation>
    </message>
    <message>
        <source>Print “{words}” in a stronger shade.</source>
        <translation>「{words}」をより濃い色で印刷する。</translation>
    </message>
    <message>
        <source>Print “{words}” in {colour}.</source>
        <translation>「{words}」を{colour}で印刷する。</translation>
    </message>
    <message>
        <source>Set “{words}” {figure} times as large.</source>
        <translation>「{words}」を{figure}倍の大きさで組む。</translation>
    </message>
    <message>
        <source>Set “{words}” anew.</source>
        <translation>「{words}」を組み直す。</translation>
    </message>
    <message>
        <source>Take the stray writing off.</source>
        <translation>余分な文字を消す。</translation>
    </message>
    <message>
        <source>There is no place to set the text in.</source>
        <translation>文字を置く場所がありません。</translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>何も選択されていません。</translation>
    </message>
    <message>
        <source>Select a region first.</source>
        <translation>先に領域を選択してください。</translation>
    </message>
    <message>
        <source>Of “{words}” nothing was understood.</source>
        <translation>「{words}」を解釈できませんでした。</translation>
    </message>
    <message>
        <source>Name a colour, a material, or new words in quotes.</source>
        <translation>カラー、素材、または引用符で囲んだ新しい文字を英語で指定してください。</translation>
    </message>
    <message>
        <source>Render the selection again.</source>
        <translation>選択した領域を描き直す。</translation>
    </message>
    <message>
        <source>Render the selection again, as it was planned.</source>
        <translation>選択した領域をプランどおりに描き直す。</translation>
    </message>
    <message>
        <source>Render the selection again: {words}.</source>
        <translation>選択した領域を描き直す：{words}。</translation>
    </message>
    <message>
        <source>Write “{words}”.</source>
        <translation>「{words}」と書く。</translation>
    </message>
    <message>
        <source>Make the {noun} {colour}.</source>
        <translation>「{noun}」を{colour}にする。</translation>
    </message>
    <message>
        <source>There is no file {words}.</source>
        <translation>ファイル{words}はありません。</translation>
    </message>
    <message>
        <source>Check the name and the folder.</source>
        <translation>名前とフォルダーを確かめてください。</translation>
    </message>
    <message>
        <source>{words} is a folder.</source>
        <translation>{words}はフォルダーです。</translation>
    </message>
    <message>
        <source>Name a picture file.</source>
        <translation>画像ファイルを指定してください。</translation>
    </message>
    <message>
        <source>{words} has more than {figure} megapixels.</source>
        <translation>{words}は{figure}メガピクセルを超えています。</translation>
    </message>
    <message>
        <source>Make it smaller first.</source>
        <translation>先に小さくしてください。</translation>
    </message>
    <message>
        <source>{words} is no picture that can be read.</source>
        <translation>{words}は読み込める画像ではありません。</translation>
    </message>
    <message>
        <source>Use {words}.</source>
        <translation>{words}を使ってください。</translation>
    </message>
    <message>
        <source>{words} is damaged or cannot be read ({error}).</source>
        <translation>{words}は壊れているか、読み込めません（{error}）。</translation>
    </message>
    <message>
        <source>Save it anew in the program it comes from.</source>
        <translation>元のプログラムで保存し直してください。</translation>
    </message>
    <message>
        <source>{words} is animated or has several pages.</source>
        <translation>{words}はアニメーションか、複数ページのファイルです。</translation>
    </message>
    <message>
        <source>Save the one you mean as a picture of its own.</source>
        <translation>使いたい1枚を別の画像として保存してください。</translation>
    </message>
    <message>
        <source>{words} has more than 16 bits a channel.</source>
        <translation>{words}は1チャンネル16ビットを超えています。</translation>
    </message>
    <message>
        <source>Save a copy with 8 or 16 bits a channel.</source>
        <translation>1チャンネル8または16ビットの複製を保存してください。</translation>
    </message>
    <message>
        <source>“{words}” has no picture format to write.</source>
        <translation>「{words}」は書き出せる画像形式ではありません。</translation>
    </message>
    <message>
        <source>End it in {words}.</source>
        <translation>名前の末尾を{words}にしてください。</translation>
    </message>
    <message>
        <source>Name a file in it.</source>
        <translation>その中のファイルを指定してください。</translation>
    </message>
    <message>
        <source>There is no folder {words}.</source>
        <translation>フォルダー{words}はありません。</translation>
    </message>
    <message>
        <source>Make it first or choose another.</source>
        <translation>先に作るか、別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>{words} cannot be written.</source>
        <translation>{words}に書き込めません。</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>書き込めるフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>{words} is no file.</source>
        <translation>{words} はファイルではありません。</translation>
    </message>
    <message>
        <source>Save the picture in a file and name that.</source>
        <translation>画像をファイルに保存して、そのファイルを指定してください。</translation>
    </message>
    <message>
        <source>{words} cannot be opened ({error}).</source>
        <translation>{words} を開けません（{error}）。</translation>
    </message>
    <message>
        <source>Check that you may read it.</source>
        <translation>読み取る権限があるか確認してください。</translation>
    </message>
    <message>
        <source>{words} could not be written ({error}).</source>
        <translation>{words}に書き込めませんでした（{error}）。</translation>
    </message>
    <message>
        <source>Free some space or choose another folder.</source>
        <translation>空きを増やすか、別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>The font file {words} cannot be read ({error}).</source>
        <translation>フォントファイル{words}を読み込めません（{error}）。</translation>
    </message>
    <message>
        <source>The font file {words} is no usable font.</source>
        <translation>フォントファイル{words}は使えるフォントではありません。</translation>
    </message>
    <message>
        <source>Name a .ttf or .otf file.</source>
        <translation>.ttfか.otfのファイルを指定してください。</translation>
    </message>
    <message>
        <source>No one font on this computer has all the scripts of that text.</source>
        <translation>このテキストのすべての文字体系をもつフォントは、このコンピューターにありません。</translation>
    </message>
    <message>
        <source>Give each script a text of its own.</source>
        <translation>文字体系ごとに別のテキストにしてください。</translation>
    </message>
    <message>
        <source>No font on this computer has {script} letters such as “{words}”.</source>
        <translation>「{words}」のような文字をもつフォントは、このコンピューターにありません。</translation>
    </message>
    <message>
        <source>Install one, or leave them out.</source>
        <translation>フォントを入れるか、その文字を省いてください。</translation>
    </message>
    <message>
        <source>No font on this computer has “{words}” ({script}).</source>
        <translation>「{words}」をもつフォントは、このコンピューターにありません。</translation>
    </message>
    <message>
        <source>Install one that has it, or leave it out.</source>
        <translation>その文字をもつフォントを入れるか、省いてください。</translation>
    </message>
    <message>
        <source>A text has no letters that can be seen.</source>
        <translation>目に見える文字のないテキストがあります。</translation>
    </message>
    <message>
        <source>The text “{words}” has no letters that can be seen.</source>
        <translation>テキスト「{words}」には目に見える文字がありません。</translation>
    </message>
    <message>
        <source>Put letters between the quotation marks.</source>
        <translation>引用符の間に文字を入れてください。</translation>
    </message>
    <message>
        <source>There is no quality {words}.</source>
        <translation>品質{words}はありません。</translation>
    </message>
    <message>
        <source>Use 1 to 100.</source>
        <translation>1〜100で指定してください。</translation>
    </message>
    <message>
        <source>There is a file {words} already.</source>
        <translation>ファイル{words}はすでにあります。</translation>
    </message>
    <message>
        <source>Choose an empty folder or another name.</source>
        <translation>空のフォルダーか別の名前を選んでください。</translation>
    </message>
    <message>
        <source>“{words}” has no format to export.</source>
        <translation>「{words}」は書き出せる形式ではありません。</translation>
    </message>
    <message>
        <source>A picture cannot be scaled by {words}.</source>
        <translation>画像を{words}倍にはできません。</translation>
    </message>
    <message>
        <source>Use 0.001 to 100.</source>
        <translation>0.001〜100で指定してください。</translation>
    </message>
    <message>
        <source>{words} is too large for a {words2} file.</source>
        <translation>{words}は{words2}ファイルには大きすぎます。</translation>
    </message>
    <message>
        <source>Export it smaller or in another format.</source>
        <translation>小さくするか、別の形式で書き出してください。</translation>
    </message>
    <message>
        <source>The picture of round {figure} is not in this document.</source>
        <translation>ラウンド{figure}の画像はこの書類にありません。</translation>
    </message>
    <message>
        <source>Export another round, or render it anew.</source>
        <translation>別のラウンドを書き出すか、描き直してください。</translation>
    </message>
    <message>
        <source>The thresholds file {words} cannot be used ({error}).</source>
        <translation>しきい値ファイル{words}を使えません（{error}）。</translation>
    </message>
    <message>
        <source>Correct or delete it.</source>
        <translation>直すか、削除してください。</translation>
    </message>
    <message>
        <source>There is no renderer {words} in this installation.</source>
        <translation>レンダラー{words}は入っていません。</translation>
    </message>
    <message>
        <source>Use auto or {words}.</source>
        <translation>autoか{words}を使ってください。</translation>
    </message>
    <message>
        <source>A connection to {words} was refused.</source>
        <translation>{words}への接続を拒否しました。</translation>
    </message>
    <message>
        <source>Plantain works offline; report what tried this.</source>
        <translation>Plantainはオフラインで動きます。何が接続しようとしたか報告してください。</translation>
    </message>
    <message>
        <source>The computer ran out of memory. Choose a smaller size or close other programs.</source>
        <translation>メモリーが足りなくなりました。小さいサイズを選ぶか、ほかのプログラムを閉じてください。</translation>
    </message>
    <message>
        <source>{words} is not there.</source>
        <translation>{words}がありません。</translation>
    </message>
    <message>
        <source>Name a .plantain document.</source>
        <translation>.plantainの書類を指定してください。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>別の名前を選んでください。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>{words} cannot be written ({error}).</source>
        <translation>{words}に書き込めません（{error}）。</translation>
    </message>
    <message>
        <source>The trace in this document names a round that is not there.</source>
        <translation>この書類の記録に、存在しないラウンドがあります。</translation>
    </message>
    <message>
        <source>Open an older copy of it.</source>
        <translation>古いコピーを開いてください。</translation>
    </message>
    <message>
        <source>“{words}”: {sentence}</source>
        <translation>「{words}」：{sentence}</translation>
    </message>
    <message>
        <source>{words} is open in another window.</source>
        <translation>{words}は別のウインドウで開かれています。</translation>
    </message>
    <message>
        <source>Close it there first, or open a copy.</source>
        <translation>先にそちらを閉じるか、コピーを開いてください。</translation>
    </message>
    <message>
        <source>{words} is no Plantain document.</source>
        <translation>{words}はPlantainの書類ではありません。</translation>
    </message>
    <message>
        <source>Open a file that ends in .plantain, or a picture.</source>
        <translation>.plantainで終わるファイルか、画像を開いてください。</translation>
    </message>
    <message>
        <source>The disk is full, so {words} could not be saved.</source>
        <translation>ディスクがいっぱいのため、{words}を保存できませんでした。</translation>
    </message>
    <message>
        <source>Free some space and save again; what was saved before is safe.</source>
        <translation>空きを増やして、もう一度保存してください。以前に保存した内容は無事です。</translation>
    </message>
    <message>
        <source>{words} is write-protected, or its folder is.</source>
        <translation>{words}またはそのフォルダーは書き込み禁止です。</translation>
    </message>
    <message>
        <source>Save it under another name or in another folder.</source>
        <translation>別の名前か別のフォルダーに保存してください。</translation>
    </message>
    <message>
        <source>{words} could not be read or written ({error}).</source>
        <translation>{words}を読み書きできませんでした（{error}）。</translation>
    </message>
    <message>
        <source>Check that the disk is connected and has space, then save again; what was saved before is safe.</source>
        <translation>ディスクの接続と空きを確かめて、もう一度保存してください。以前に保存した内容は無事です。</translation>
    </message>
    <message>
        <source>{words} is damaged.</source>
        <translation>{words}は壊れています。</translation>
    </message>
    <message>
        <source>This is no Plantain document.</source>
        <translation>Plantainの書類ではありません。</translation>
    </message>
    <message>
        <source>This document was made by a newer Plantain.</source>
        <translation>この書類は新しいPlantainで作られています。</translation>
    </message>
    <message>
        <source>Update Plantain to open it.</source>
        <translation>開くにはPlantainを更新してください。</translation>
    </message>
    <message>
        <source>This document holds something that Plantain did not put there.</source>
        <translation>この書類には、Plantainが入れていないものが含まれています。</translation>
    </message>
    <message>
        <source>This document is damaged.</source>
        <translation>この書類は壊れています。</translation>
    </message>
    <message>
        <source>This document is larger than Plantain makes any.</source>
        <translation>この書類は、Plantainが作る大きさを超えています。</translation>
    </message>
    <message>
        <source>A text holds half a character, which cannot be stored.</source>
        <translation>保存できない半端な文字を含むテキストがあります。</translation>
    </message>
    <message>
        <source>Type it again.</source>
        <translation>入力し直してください。</translation>
    </message>
    <message>
        <source>The pictures in this document are damaged.</source>
        <translation>この書類の画像は壊れています。</translation>
    </message>
    <message>
        <source>The camera is rolled by {figure}°; {figure2}° were asked for.</source>
        <translation>カメラが{figure}°傾いています。指定は{figure2}°です。</translation>
    </message>
    <message>
        <source>A picture in this document has an impossible shape.</source>
        <translation>この書類に、ありえない寸法の画像があります。</translation>
    </message>
    <message>
        <source>The trace in {words} is damaged.</source>
        <translation>{words}の記録は壊れています。</translation>
    </message>
    <message>
        <source>The picture itself can still be checked.</source>
        <translation>画像そのものは検査できます。</translation>
    </message>
    <message>
        <source>The picture came out black: the VAE overflowed in half precision. It is drawn again with the VAE in full.</source>
        <translation>半精度のVAEがオーバーフローし、画像が真っ黒になりました。VAEを全精度にして描き直します。</translation>
    </message>
    <message>
        <source>{words} gave no picture: its numbers overflowed in {words2}.</source>
        <translation>{words}は画像を作れませんでした。{words2}で数値がオーバーフローしました。</translation>
    </message>
    <message>
        <source>Take a lower guidance scale, leave the LoRAs out, set another precision in diffusion.toml, or check the model with `plantain models verify`.</source>
        <translation>ガイダンススケールを下げるか、LoRAを外すか、diffusion.tomlで別の精度（precision）を指定するか、`plantain models verify`でモデルを確かめてください。</translation>
    </message>
    <message>
        <source>{words} has no scheduler {words2}.</source>
        <translation>{words}にスケジューラー{words2}はありません。</translation>
    </message>
    <message>
        <source>It takes {words}.</source>
        <translation>使えるのは{words}です。</translation>
    </message>
    <message>
        <source>{words} is a denoiser without text encoders and VAE, and no whole model of its family is in the library.</source>
        <translation>{words}はテキストエンコーダーとVAEのないデノイザーで、同じ系統の完全なモデルがライブラリーにありません。</translation>
    </message>
    <message>
        <source>Import a diffusers folder of the same family; its text encoders and VAE serve this one too.</source>
        <translation>同じ系統のdiffusersフォルダーを読み込んでください。そのテキストエンコーダーとVAEを共用できます。</translation>
    </message>
    <message>
        <source>{words} is a whole model in one file, and its configuration is not part of the file.</source>
        <translation>{words}は1つのファイルに収めたモデル全体ですが、その構成はファイルに含まれていません。</translation>
    </message>
    <message>
        <source>Import a diffusers folder of the same family; its configuration serves this one too.</source>
        <translation>同じ系統のdiffusersフォルダーを読み込んでください。その構成を共用できます。</translation>
    </message>
    <message>
        <source>{words} is no longer at {words2}.</source>
        <translation>{words}はもう{words2}にありません。</translation>
    </message>
    <message>
        <source>{words} is {words2}, which is not drawn here.</source>
        <translation>{words}は{words2}のモデルで、ここでは描画できません。</translation>
    </message>
    <message>
        <source>Put it back, or choose another model.</source>
        <translation>元に戻すか、別のモデルを選んでください。</translation>
    </message>
    <message>
        <source>“{words}” only goes over pictures that SDXL drew.</source>
        <translation>「{words}」は SDXL が描いた画像に手を加えるだけです。</translation>
    </message>
    <message>
        <source>Choose SDXL itself.</source>
        <translation>SDXL 本体を選んでください。</translation>
    </message>
    <message>
        <source>“{words}” is a FLUX.1 that only draws after a picture of depth or edges.</source>
        <translation>「{words}」は、深度や輪郭の画像に沿ってのみ描く FLUX.1 です。</translation>
    </message>
    <message>
        <source>Choose FLUX.1 itself, with a ControlNet for FLUX.1 to follow such a picture.</source>
        <translation>そのような画像に沿わせるには、FLUX.1 本体と FLUX.1 用の ControlNet を選んでください。</translation>
    </message>
    <message>
        <source>“{words}” is Kolors in one file, which is not read.</source>
        <translation>「{words}」は一つのファイルにまとめられた Kolors で、読み込めません。</translation>
    </message>
    <message>
        <source>Import the diffusers folder of Kolors.</source>
        <translation>Kolors の diffusers フォルダーをインポートしてください。</translation>
    </message>
    <message>
        <source>ONNX Runtime does not run on a device {words} here.</source>
        <translation>ONNX Runtime はここではデバイス {words} で動きません。</translation>
    </message>
    <message>
        <source>Use auto or one of: {words}; or another renderer.</source>
        <translation>auto か次のいずれかを使うか、別のレンダラーを選んでください: {words}</translation>
    </message>
    <message>
        <source>{words} has no way to work {mode}.</source>
        <translation>{words}は{mode}描けません。</translation>
    </message>
    <message>
        <source>Choose a model of another family for this.</source>
        <translation>別の系統のモデルを選んでください。</translation>
    </message>
    <message>
        <source>{words} is not whole: {words2} is missing.</source>
        <translation>{words}は不完全です。{words2}がありません。</translation>
    </message>
    <message>
        <source>Import or download it again.</source>
        <translation>もう一度読み込むか、ダウンロードしてください。</translation>
    </message>
    <message>
        <source>Import it again from where it came, with all of its files.</source>
        <translation>元の場所から、すべてのファイルと一緒に読み込み直してください。</translation>
    </message>
    <message>
        <source>The {words} renderer {fate}. It was started again and draws the picture anew.</source>
        <translation>レンダラー{words}が{fate}。起動し直して、画像をもう一度描いています。</translation>
    </message>
    <message>
        <source>The {words} renderer {fate}, twice in a row.</source>
        <translation>レンダラー{words}が2回続けて{fate}。</translation>
    </message>
    <message>
        <source>Try a smaller size, another model or another renderer.</source>
        <translation>小さいサイズか、別のモデルか、別のレンダラーを試してください。</translation>
    </message>
    <message>
        <source>The process of the {words} renderer cannot be started ({error}).</source>
        <translation>レンダラー{words}のプロセスを起動できません（{error}）。</translation>
    </message>
    <message>
        <source>Close other programs.</source>
        <translation>ほかのプログラムを閉じてください。</translation>
    </message>
    <message>
        <source>The design has room for {figure} pictures.</source>
        <translation>デザインに入る画像は{figure}枚です。</translation>
    </message>
    <message>
        <source>Give as many; there are {figure}.</source>
        <translation>その数だけ指定してください（現在{figure}枚）。</translation>
    </message>
    <message>
        <source>The path tracer stopped: {error}.</source>
        <translation>パストレーサーが止まりました：{error}。</translation>
    </message>
    <message>
        <source>Try a smaller size or a lower quality.</source>
        <translation>小さいサイズか、低い品質を試してください。</translation>
    </message>
    <message>
        <source>The denoiser stopped: {error}.</source>
        <translation>ノイズ除去が止まりました：{error}。</translation>
    </message>
    <message>
        <source>Try a smaller size.</source>
        <translation>小さいサイズを試してください。</translation>
    </message>
    <message>
        <source>The prompt is empty.</source>
        <translation>プロンプトが空です。</translation>
    </message>
    <message>
        <source>Describe what the picture should show.</source>
        <translation>画像に何を描くか書いてください。</translation>
    </message>
    <message>
        <source>The prompt has {figure} characters; at most {figure2} can be planned.</source>
        <translation>プロンプトは{figure}文字あります。計画できるのは{figure2}文字までです。</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>短くしてください。</translation>
    </message>
    <message>
        <source>The prompt holds the control character U+{words} at position {figure}.</source>
        <translation>プロンプトの{figure}文字目に制御文字U+{words}があります。</translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation>取り除いてください。</translation>
    </message>
    <message>
        <source>Its texts are not those of the prompt.</source>
        <translation>文字がプロンプトと一致しません。</translation>
    </message>
    <message>
        <source>It names “{words}” twice.</source>
        <translation>「{words}」が重複しています。</translation>
    </message>
    <message>
        <source>It has no element “{words}”.</source>
        <translation>要素「{words}」がありません。</translation>
    </message>
    <message>
        <source>“{words}” is no colour.</source>
        <translation>「{words}」は色ではありません。</translation>
    </message>
    <message>
        <source>It is no plan of the form that was asked for.</source>
        <translation>求めた形式の計画ではありません。</translation>
    </message>
    <message>
        <source>The plan of {words} was not taken: {sentence}</source>
        <translation>{words}の計画は採用しませんでした：{sentence}</translation>
    </message>
    <message>
        <source>{words} planned this; the checks are those of every plan.</source>
        <translation>この計画は{words}が立てました。検査はほかの計画と同じです。</translation>
    </message>
    <message>
        <source>The prompt names nothing to draw.</source>
        <translation>プロンプトに描くものがありません。</translation>
    </message>
    <message>
        <source>Name a thing, or put the text to write in quotation marks.</source>
        <translation>物の名前を英語で書くか、書きたい文字を引用符で囲んでください。</translation>
    </message>
    <message>
        <source>The {setting} {words} is not offered.</source>
        <translation>{setting}{words}は選べません。</translation>
    </message>
    <message>
        <source>The aspect {words} is not offered.</source>
        <translation>縦横比{words}は選べません。</translation>
    </message>
    <message>
        <source>Use one of {words}.</source>
        <translation>{words}から選んでください。</translation>
    </message>
    <message>
        <source>The {setting} cannot be both {value} and {value2}: the first is taken.</source>
        <translation>{setting}は{value}と{value2}の両方にはできません。先に書かれたほうを使います。</translation>
    </message>
    <message>
        <source>The {setting} is {value}, as given beside the prompt, and not {value2}.</source>
        <translation>{setting}はプロンプトの外で指定された{value}を使い、{value2}にはしません。</translation>
    </message>
    <message>
        <source>“{words}” and “{words2}” cannot both hold: “{words3}” is taken because it comes first.</source>
        <translation>「{words}」と「{words2}」は両立しません。先に書かれた「{words3}」を使います。</translation>
    </message>
    <message>
        <source>“{words}” and “{words2}” cannot both colour the same thing: “{words3}” is taken because it comes first.</source>
        <translation>「{words}」と「{words2}」を同じものの色にはできません。先に書かれた「{words3}」を使います。</translation>
    </message>
    <message>
        <source>“no text” and “{words}” cannot both hold: the quoted text is written, and nothing else.</source>
        <translation>「no text」と「{words}」は両立しません。引用符の中の文字だけを書きます。</translation>
    </message>
    <message>
        <source>“{words}” cannot be {relation} “{words2}” as well: what was said first is taken.</source>
        <translation>「{words}」は同時に「{words2}」の{relation}にはできません。先に書かれたほうを使います。</translation>
    </message>
    <message>
        <source>A picture holds {figure} of a thing at most, not {figure2}.</source>
        <translation>1枚に描ける同じものは{figure}個までで、{figure2}個は描けません。</translation>
    </message>
    <message>
        <source>A picture holds {figure} things at most; left out: {figure2} × “{words}”.</source>
        <translation>1枚に描けるものは{figure}個までです。「{words}」{figure2}個は省きます。</translation>
    </message>
    <message>
        <source>A plan holds {figure} different things at most; “{words}” is left out.</source>
        <translation>プランに入る種類は{figure}までです。「{words}」は省きます。</translation>
    </message>
    <message>
        <source>A plan holds {figure} texts at most; “{words}” is left out.</source>
        <translation>プランに入るテキストは{figure}個までです。「{words}」は省きます。</translation>
    </message>
    <message>
        <source>“{words}” is drawn as {article} {shape}.</source>
        <translation>「{words}」は{shape}として描きます。</translation>
    </message>
    <message>
        <source>“{words}” came without a number: {figure} are planned.</source>
        <translation>「{words}」に数がないため、{figure}個で計画します。</translation>
    </message>
    <message>
        <source>“{words}” is read as “{words2}”.</source>
        <translation>「{words}」を「{words2}」と読みます。</translation>
    </message>
    <message>
        <source>“{words}” has no quotation marks and is taken as text to write.</source>
        <translation>「{words}」は引用符がありませんが、書く文字とみなします。</translation>
    </message>
    <message>
        <source>A quotation mark is never closed: the text is taken to the end of its line.</source>
        <translation>引用符が閉じていないため、行末までを文字とみなします。</translation>
    </message>
    <message>
        <source>{words} is taken from the reference picture and not drawn by itself.</source>
        <translation>{words}は参照画像から取り、別には描きません。</translation>
    </message>
    <message>
        <source>“{words}” was not understood and changes nothing.</source>
        <translation>「{words}」は理解できず、何も変わりません。</translation>
    </message>
    <message>
        <source>{figure} more passages from position {figure2} on were not understood and change nothing.</source>
        <translation>{figure2}文字目以降のほか{figure}か所は理解できず、何も変わりません。</translation>
    </message>
    <message>
        <source>{figure} more notes concern the prompt from position {figure2} on.</source>
        <translation>{figure2}文字目以降について、ほかに{figure}件の注記があります。</translation>
    </message>
    <message>
        <source>The prompt is not in English: of its words only quoted texts and formats are understood.</source>
        <translation>プロンプトが英語ではありません。引用符の中の文字と形式だけを理解します。</translation>
    </message>
    <message>
        <source>{words} has more than {figure} GB, too much for a picture.</source>
        <translation>{words}は{figure}ギガバイトを超えており、画像として大きすぎます。</translation>
    </message>
    <message>
        <source>{subject} has no mask, so its place is not known.</source>
        <translation>{subject}にはマスクがないため、位置がわかりません。</translation>
    </message>
    <message>
        <source>Too few upright lines show how the camera was held.</source>
        <translation>縦の線が少なすぎて、カメラの構えが分かりません。</translation>
    </message>
    <message>
        <source>Render this region again, close to what is there.</source>
        <translation>この領域を、今の内容に近い形で描き直す。</translation>
    </message>
    <message>
        <source>Render this region anew.</source>
        <translation>この領域を新しく描く。</translation>
    </message>
    <message>
        <source>Render this region anew with another seed.</source>
        <translation>この領域を別のシードで新しく描く。</translation>
    </message>
    <message>
        <source>Nothing here can draw into this picture.</source>
        <translation>この画像に描き込めるものがありません。</translation>
    </message>
    <message>
        <source>Set text or change a colour in it, or choose a model that paints.</source>
        <translation>文字を組むか、色を変えるか、描画できるモデルを選んでください。</translation>
    </message>
    <message>
        <source>There is no region to render again.</source>
        <translation>描き直す領域がありません。</translation>
    </message>
    <message>
        <source>Read it with `plantain models card {words}` and accept it with `plantain models accept {words2}`.</source>
        <translation>`plantain models card {words}`で読み、`plantain models accept {words2}`で同意してください。</translation>
    </message>
    <message>
        <source>{words} sends the download of {words2} round in circles.</source>
        <translation>{words}が{words2}のダウンロードを堂々巡りさせています。</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>あとでもう一度試してください。</translation>
    </message>
    <message>
        <source>{words} has a problem of its own ({words2}).</source>
        <translation>{words}側に問題があります（{words2}）。</translation>
    </message>
    <message>
        <source>Try again later; what was fetched is kept.</source>
        <translation>あとでもう一度試してください。取得した分は残ります。</translation>
    </message>
    <message>
        <source>{words} cannot be reached ({error}).</source>
        <translation>{words}に接続できません（{error}）。</translation>
    </message>
    <message>
        <source>Check the network or the mirror; what was fetched is kept.</source>
        <translation>ネットワークかミラーを確かめてください。取得した分は残ります。</translation>
    </message>
    <message>
        <source>{words} cannot be a mirror.</source>
        <translation>{words}はミラーにできません。</translation>
    </message>
    <message>
        <source>Give its address as https://name.</source>
        <translation>アドレスをhttps://nameの形で指定してください。</translation>
    </message>
    <message>
        <source>{words} asks who wants {words2}.</source>
        <translation>{words}は{words2}を求めているのが誰かを尋ねています。</translation>
    </message>
    <message>
        <source>Accept its terms on its page and give an access token, or download it there by hand and import it.</source>
        <translation>ページで条件に同意してアクセストークンを指定するか、手動でダウンロードして読み込んでください。</translation>
    </message>
    <message>
        <source>There is no {words} at {words2}.</source>
        <translation>{words2}に{words}はありません。</translation>
    </message>
    <message>
        <source>It may have moved: look at its card.</source>
        <translation>移動したのかもしれません。カードを確かめてください。</translation>
    </message>
    <message>
        <source>{words} has had too many requests.</source>
        <translation>{words}への要求が多すぎます。</translation>
    </message>
    <message>
        <source>Wait some minutes; what was fetched is kept.</source>
        <translation>数分待ってください。取得した分は残ります。</translation>
    </message>
    <message>
        <source>What {words} says of {words2} cannot be understood.</source>
        <translation>{words2}についての{words}の応答を理解できません。</translation>
    </message>
    <message>
        <source>Check the mirror&apos;s address, or try again later.</source>
        <translation>ミラーのアドレスを確かめるか、あとでもう一度試してください。</translation>
    </message>
    <message>
        <source>{words} sends the download of {words2} on to {words3}, which is not allowed.</source>
        <translation>{words}が{words2}のダウンロードを、許可されていない{words3}へ転送しています。</translation>
    </message>
    <message>
        <source>Use another mirror, or download the file by hand and import it.</source>
        <translation>別のミラーを使うか、手動でダウンロードして読み込んでください。</translation>
    </message>
    <message>
        <source>{words} does not let this access token have {words2}.</source>
        <translation>このアクセストークンでは、{words}から{words2}を取得できません。</translation>
    </message>
    <message>
        <source>Accept the model&apos;s terms on its page with the same account, or download it by hand and import it.</source>
        <translation>同じアカウントでモデルのページの条件に同意するか、手動でダウンロードして読み込んでください。</translation>
    </message>
    <message>
        <source>{words} is now under “{words2}”, not under the {words3} that the catalogue tells of.</source>
        <translation>{words}のライセンスは現在「{words2}」で、カタログにある{words3}ではありません。</translation>
    </message>
    <message>
        <source>Read its card at {words}; if you agree, download it by hand and import it.</source>
        <translation>{words}のカードを読み、同意するなら手動でダウンロードして読み込んでください。</translation>
    </message>
    <message>
        <source>{words} does not hold {words2}.</source>
        <translation>{words}に{words2}がありません。</translation>
    </message>
    <message>
        <source>See {words}.</source>
        <translation>{words}を見てください。</translation>
    </message>
    <message>
        <source>The disk of {words} is full.</source>
        <translation>{words}のディスクがいっぱいです。</translation>
    </message>
    <message>
        <source>Free some space; the download goes on from where it stopped.</source>
        <translation>空きを増やしてください。ダウンロードは止まったところから続きます。</translation>
    </message>
    <message>
        <source>{words} is being downloaded already.</source>
        <translation>{words}はすでにダウンロード中です。</translation>
    </message>
    <message>
        <source>Wait for it, or stop it there.</source>
        <translation>終わるのを待つか、そちらで中止してください。</translation>
    </message>
    <message>
        <source>{words} cannot be downloaded from here.</source>
        <translation>{words}はここからダウンロードできません。</translation>
    </message>
    <message>
        <source>Get it by hand from {words} and import it.</source>
        <translation>{words}から手動で入手し、読み込んでください。</translation>
    </message>
    <message>
        <source>{words} needs {words2} more, and {words3} are free on the disk of {words4}.</source>
        <translation>{words}にはあと{words2}必要ですが、{words4}のディスクの空きは{words3}です。</translation>
    </message>
    <message>
        <source>Free some space, or keep the models on another disk.</source>
        <translation>空きを増やすか、モデルを別のディスクに置いてください。</translation>
    </message>
    <message>
        <source>{words} is not the file that was published: its checksum is another.</source>
        <translation>{words}は公開されたファイルではありません。チェックサムが違います。</translation>
    </message>
    <message>
        <source>It was deleted. Try again, or use another mirror.</source>
        <translation>削除しました。もう一度試すか、別のミラーを使ってください。</translation>
    </message>
    <message>
        <source>{words} announces {words2} bytes of {words3}, and {words4} are missing.</source>
        <translation>{words}は{words3}を{words2}バイトとしていますが、足りないのは{words4}バイトです。</translation>
    </message>
    <message>
        <source>Try again later, or use another mirror.</source>
        <translation>あとでもう一度試すか、別のミラーを使ってください。</translation>
    </message>
    <message>
        <source>{words} names a file {words2}.</source>
        <translation>{words}が挙げたファイル：{words2}。</translation>
    </message>
    <message>
        <source>Nothing was fetched; do not trust it.</source>
        <translation>何も取得していません。信用しないでください。</translation>
    </message>
    <message>
        <source>No checksum is published for {words}.</source>
        <translation>{words}のチェックサムは公開されていません。</translation>
    </message>
    <message>
        <source>Use another mirror.</source>
        <translation>別のミラーを使ってください。</translation>
    </message>
    <message>
        <source>What is published as {words} is not the file that the catalogue knows: its SHA-256 is another.</source>
        <translation>公開されている{words}は、カタログにあるファイルではありません。SHA-256が違います。</translation>
    </message>
    <message>
        <source>Nothing was fetched. See {words}.</source>
        <translation>何も取得していません。{words}を見てください。</translation>
    </message>
    <message>
        <source>The download of {words} breaks off at {words2} of {words3}.</source>
        <translation>{words}のダウンロードが{words3}のうち{words2}で途切れます。</translation>
    </message>
    <message>
        <source>Try again later: it goes on from there.</source>
        <translation>あとでもう一度試してください。そこから続きます。</translation>
    </message>
    <message>
        <source>The catalogue has no model {words}.</source>
        <translation>カタログにモデル{words}はありません。</translation>
    </message>
    <message>
        <source>It has {words}.</source>
        <translation>あるのは{words}です。</translation>
    </message>
    <message>
        <source>Nothing is selected in the region, so nothing was drawn anew.</source>
        <translation>領域内に選択がないため、描き直していません。</translation>
    </message>
    <message>
        <source>At strength 0 everything stays as it is, so nothing was drawn anew.</source>
        <translation>強さ0ではすべてそのままなので、描き直していません。</translation>
    </message>
    <message>
        <source>The mask is {words} pixels and the picture {figure} × {figure2}.</source>
        <translation>マスクは{words}ピクセル、画像は{figure} × {figure2}です。</translation>
    </message>
    <message>
        <source>Make the mask as large as the picture.</source>
        <translation>マスクを画像と同じ大きさにしてください。</translation>
    </message>
    <message>
        <source>The renderer drew {words} pixels where {words2} were asked for.</source>
        <translation>レンダラーが描いたのは{words}ピクセルで、指定は{words2}でした。</translation>
    </message>
    <message>
        <source>Try another model.</source>
        <translation>別のモデルを試してください。</translation>
    </message>
    <message>
        <source>There is no device {words} that works here.</source>
        <translation>ここで使えるデバイス{words}はありません。</translation>
    </message>
    <message>
        <source>Use auto or one of: {words}.</source>
        <translation>autoか次のどれかを使ってください：{words}。</translation>
    </message>
    <message>
        <source>The logo of the brand kit is left out: nothing in the scene carries print.</source>
        <translation>ブランドキットのロゴは省かれます。シーンに印刷できる物がありません。</translation>
    </message>
    <message>
        <source>The plan has a logo, but no brand kit with one came with it.</source>
        <translation>プランにロゴがありますが、ロゴの入ったブランドキットがありません。</translation>
    </message>
    <message>
        <source>Add the brand kit.</source>
        <translation>ブランドキットを追加してください。</translation>
    </message>
    <message>
        <source>The logo {words} is transparent all over.</source>
        <translation>ロゴ {words} は全体が透明です。</translation>
    </message>
    <message>
        <source>Save it anew with something to see in it.</source>
        <translation>見えるものを入れて保存し直してください。</translation>
    </message>
    <message>
        <source>The logo is not in the picture.</source>
        <translation>ロゴが画像にありません。</translation>
    </message>
    <message>
        <source>The logo is {figure} pixels high: too small to be judged.</source>
        <translation>ロゴの高さは {figure} ピクセルで、小さすぎて判定できません。</translation>
    </message>
    <message>
        <source>The logo is as it should be.</source>
        <translation>ロゴは正しい状態です。</translation>
    </message>
    <message>
        <source>The logo is not like its file, or not all of it is there.</source>
        <translation>ロゴがファイルと異なるか、一部が欠けています。</translation>
    </message>
    <message>
        <source>The logo&apos;s colours are not those of its file.</source>
        <translation>ロゴの色がファイルの色と異なります。</translation>
    </message>
    <message>
        <source>The logo is stretched.</source>
        <translation>ロゴが引き伸ばされています。</translation>
    </message>
    <message>
        <source>Check that the disk is connected and the file yours.</source>
        <translation>ディスクが接続され、ファイルを読む権限があるか確認してください。</translation>
    </message>
    <message>
        <source>Check that the disk is connected.</source>
        <translation>ディスクが接続されているか確認してください。</translation>
    </message>
    <message>
        <source>Check the name, or list the models: plantain models list.</source>
        <translation>名前を確かめるか、モデルを一覧してください：plantain models list。</translation>
    </message>
    <message>
        <source>Close what has it open.</source>
        <translation>それを開いているものを閉じてください。</translation>
    </message>
    <message>
        <source>Correct it in the program it belongs to.</source>
        <translation>そのファイルを使うプログラムで直してください。</translation>
    </message>
    <message>
        <source>Delete it there, or stop sharing its folder: plantain models remove FOLDER.</source>
        <translation>そちらで削除するか、フォルダーの共有をやめてください：plantain models remove FOLDER。</translation>
    </message>
    <message>
        <source>Download or copy it again.</source>
        <translation>もう一度ダウンロードするかコピーしてください。</translation>
    </message>
    <message>
        <source>Download or copy the missing files.</source>
        <translation>足りないファイルをダウンロードするかコピーしてください。</translation>
    </message>
    <message>
        <source>Free some space or choose another folder with PLANTAIN_MODELS; nothing was imported.</source>
        <translation>空きを作るか、PLANTAIN_MODELSで別のフォルダーを選んでください。何も取り込まれていません。</translation>
    </message>
    <message>
        <source>Free some space, or choose another folder with PLANTAIN_MODELS.</source>
        <translation>空きを作るか、PLANTAIN_MODELSで別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>It cannot be told which models “{words}” was made for, so it cannot be used with “{words2}”.</source>
        <translation>「{words}」がどのモデル用か分からないため、「{words2}」とは使えません。</translation>
    </message>
    <message>
        <source>Let the render end, or close the window that uses it, then try again.</source>
        <translation>描画が終わるのを待つか、使っているウィンドウを閉じてから、もう一度試してください。</translation>
    </message>
    <message>
        <source>Name a folder with .safetensors or .gguf files or diffusers folders.</source>
        <translation>.safetensorsや.ggufのファイル、またはdiffusersのフォルダーがある場所を指定してください。</translation>
    </message>
    <message>
        <source>Name a folder with a model_index.json or a config.json, or a weight file.</source>
        <translation>model_index.jsonかconfig.jsonのあるフォルダー、または重みのファイルを指定してください。</translation>
    </message>
    <message>
        <source>Name the folder of ComfyUI, A1111 or InvokeAI, or one of models.</source>
        <translation>ComfyUI、A1111、InvokeAIのフォルダーか、モデルのあるフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>Name the folders themselves.</source>
        <translation>フォルダーそのものを指定してください。</translation>
    </message>
    <message>
        <source>Only .safetensors files in the model&apos;s folder are read.</source>
        <translation>読み込むのはモデルのフォルダー内の.safetensorsファイルだけです。</translation>
    </message>
    <message>
        <source>Parts that bring their own code are never loaded; use another version of this model.</source>
        <translation>独自のコードを含む部品は読み込みません。このモデルの別の版を使ってください。</translation>
    </message>
    <message>
        <source>Plantain never runs a model&apos;s own code; use a version without it.</source>
        <translation>Plantainはモデル付属のコードを実行しません。コードのない版を使ってください。</translation>
    </message>
    <message>
        <source>Put the configuration and the weights of one model together.</source>
        <translation>同じモデルの設定と重みを一緒に置いてください。</translation>
    </message>
    <message>
        <source>Remove the model and import it again.</source>
        <translation>モデルを削除して、もう一度取り込んでください。</translation>
    </message>
    <message>
        <source>Rename it to end in {words}.</source>
        <translation>末尾を{words}に変えてください。</translation>
    </message>
    <message>
        <source>Say which by its id.</source>
        <translation>どれかを識別名で指定してください。</translation>
    </message>
    <message>
        <source>Take its .safetensors file, or convert it on a spare machine: torch.load(weights_only=True), then save_file.</source>
        <translation>.safetensorsの版を使うか、壊れてもよい別のコンピューターで変換してください：torch.load(weights_only=True)、続いてsave_file。</translation>
    </message>
    <message>
        <source>The folder is not there; connect its disk, or stop sharing it.</source>
        <translation>フォルダーがありません。ディスクを接続するか、共有をやめてください。</translation>
    </message>
    <message>
        <source>There are: {words}.</source>
        <translation>あるもの：{words}。</translation>
    </message>
    <message>
        <source>There is no file or folder {words}.</source>
        <translation>{words}というファイルもフォルダーもありません。</translation>
    </message>
    <message>
        <source>There is no model “{words}”.</source>
        <translation>「{words}」というモデルはありません。</translation>
    </message>
    <message>
        <source>There is no model “{words}”; the library is empty.</source>
        <translation>「{words}」というモデルはありません。ライブラリは空です。</translation>
    </message>
    <message>
        <source>Use .safetensors, .gguf or a diffusers folder.</source>
        <translation>.safetensors、.gguf、またはdiffusersのフォルダーを使ってください。</translation>
    </message>
    <message>
        <source>Use a model of a listed family.</source>
        <translation>対応している系統のモデルを使ってください。</translation>
    </message>
    <message>
        <source>Use a model of a listed family; pipelines that bring their own code are never run.</source>
        <translation>対応している系統のモデルを使ってください。独自のコードを含むパイプラインは実行しません。</translation>
    </message>
    <message>
        <source>Use a version of this model that diffusers knows by itself.</source>
        <translation>diffusersがそのまま扱える版を使ってください。</translation>
    </message>
    <message>
        <source>Use another file of this model.</source>
        <translation>このモデルの別のファイルを使ってください。</translation>
    </message>
    <message>
        <source>Use another model.</source>
        <translation>別のモデルを使ってください。</translation>
    </message>
    <message>
        <source>{words} cannot be read ({error}).</source>
        <translation>{words}を読み込めません（{error}）。</translation>
    </message>
    <message>
        <source>{words} cannot be read as YAML.</source>
        <translation>{words}をYAMLとして読めません。</translation>
    </message>
    <message>
        <source>{words} holds no model.</source>
        <translation>{words}にモデルはありません。</translation>
    </message>
    <message>
        <source>{words} holds no models.</source>
        <translation>{words}にモデルは一つもありません。</translation>
    </message>
    <message>
        <source>{words} is too long to be a list of folders.</source>
        <translation>{words}はフォルダーの一覧としては長すぎます。</translation>
    </message>
    <message>
        <source>“{words}” was made for {words2}, and “{words3}” is {words4}.</source>
        <translation>「{words}」は{words2}用で、「{words3}」は{words4}です。</translation>
    </message>
    <message>
        <source>“{words}” asks for the pipeline {words2}, which is not one that Plantain knows.</source>
        <translation>「{words}」が求めるパイプライン{words2}は、Plantainの知らないものです。</translation>
    </message>
    <message>
        <source>“{words}” asks for {words2}.{words3} as its {words4}, which is not a class that Plantain knows.</source>
        <translation>「{words}」が{words4}に求める{words2}.{words3}は、Plantainの知らないクラスです。</translation>
    </message>
    <message>
        <source>“{words}” asks to run code that is not part of diffusers ({words2} in {words3}/{words4}).</source>
        <translation>「{words}」はdiffusersにないコードの実行を求めています（{words3}/{words4}の{words2}）。</translation>
    </message>
    <message>
        <source>“{words}” brings a program of its own, {words2}, which Plantain does not run.</source>
        <translation>「{words}」には独自のプログラム{words2}が含まれ、Plantainはそれを実行しません。</translation>
    </message>
    <message>
        <source>“{words}” could not be removed ({error}).</source>
        <translation>「{words}」を削除できませんでした（{error}）。</translation>
    </message>
    <message>
        <source>“{words}” could not be stored ({error}).</source>
        <translation>「{words}」を保存できませんでした（{error}）。</translation>
    </message>
    <message>
        <source>“{words}” has no set of weights for all its parts.</source>
        <translation>「{words}」には、すべての部品にそろった重みがありません。</translation>
    </message>
    <message>
        <source>“{words}” has no weights in “{words2}”.</source>
        <translation>「{words}」の「{words2}」に重みがありません。</translation>
    </message>
    <message>
        <source>“{words}” holds a {words2}, which is no network that Plantain knows.</source>
        <translation>「{words}」に含まれる{words2}は、Plantainの知らないネットワークです。</translation>
    </message>
    <message>
        <source>“{words}” holds arrays of an unknown type, “{words2}”.</source>
        <translation>「{words}」には未知の型「{words2}」の配列が含まれています。</translation>
    </message>
    <message>
        <source>“{words}” holds no weights that can be read.</source>
        <translation>「{words}」に読み込める重みはありません。</translation>
    </message>
    <message>
        <source>“{words}” holds weights of no kind that Plantain knows.</source>
        <translation>「{words}」の重みは、Plantainの知らない種類です。</translation>
    </message>
    <message>
        <source>“{words}” is a VAE for latents of {figure} channels, and “{words2}” makes {figure2}.</source>
        <translation>「{words}」は{figure}チャンネルの潜在表現用のVAEですが、「{words2}」は{figure2}チャンネルです。</translation>
    </message>
    <message>
        <source>“{words}” is a pickle, which can run any program when it is opened, so Plantain never opens one.</source>
        <translation>「{words}」はピクル形式です。開くだけで任意のプログラムを実行できるため、Plantainは開きません。</translation>
    </message>
    <message>
        <source>“{words}” is a {words2} file by another name.</source>
        <translation>「{words}」は、別の名前が付いた{words2}ファイルです。</translation>
    </message>
    <message>
        <source>“{words}” is a {words2} of its own and cannot be added to another model.</source>
        <translation>「{words}」は単独のモデル（{words2}）で、別のモデルには加えられません。</translation>
    </message>
    <message>
        <source>“{words}” is damaged: {error}.</source>
        <translation>「{words}」は壊れています：{error}。</translation>
    </message>
    <message>
        <source>“{words}” is in use.</source>
        <translation>「{words}」は使用中です。</translation>
    </message>
    <message>
        <source>“{words}” is not what it was when it was last verified. Fetch it again where it came from.</source>
        <translation>「{words}」は前回の検証時と内容が違います。入手元から取り直してください。</translation>
    </message>
    <message>
        <source>“{words}” is shared with another program and stays where it is.</source>
        <translation>「{words}」は別のプログラムと共有しているため、そのまま残ります。</translation>
    </message>
    <message>
        <source>“{words}” lacks its folder “{words2}”.</source>
        <translation>「{words}」にフォルダー「{words2}」がありません。</translation>
    </message>
    <message>
        <source>“{words}” lacks the index of the weights in “{words2}”.</source>
        <translation>「{words}」の「{words2}」に重みの索引がありません。</translation>
    </message>
    <message>
        <source>“{words}” lacks {figure} of {figure2} weight files in “{words2}”: {words3}.</source>
        <translation>「{words}」の「{words2}」に重みのファイルが{figure2}個中{figure}個足りません：{words3}。</translation>
    </message>
    <message>
        <source>“{words}” lacks {words2}/{words3}.</source>
        <translation>「{words}」に{words2}/{words3}がありません。</translation>
    </message>
    <message>
        <source>“{words}” may be any of {words2}.</source>
        <translation>「{words}」には複数の候補があります：{words2}。</translation>
    </message>
    <message>
        <source>“{words}” needs {figure} MB and the disk of the library has {figure2} MB free.</source>
        <translation>「{words}」には{figure} MB必要ですが、ライブラリのディスクの空きは{figure2} MBです。</translation>
    </message>
    <message>
        <source>“{words}” wants weights from {words2}.</source>
        <translation>「{words}」は{words2}の重みを求めています。</translation>
    </message>
    <message>
        <source>“{words}”: the weights in “{words2}” are not those of its config.json ({error}).</source>
        <translation>「{words}」：「{words2}」の重みがconfig.jsonと合いません（{error}）。</translation>
    </message>
    <message>
        <source>“{words}” cannot be the {words2} of {words3}: its inputs and outputs are {words4}, not {words5}.</source>
        <translation>「{words}」は{words3}の{words2}ではありません：入出力は{words5}のはずですが、{words4}です。</translation>
    </message>
    <message>
        <source>Export the critic again, or correct its card.</source>
        <translation>クリティックをもう一度書き出すか、カードを直してください。</translation>
    </message>
    <message>
        <source>{words} has no {words2}, so what its networks are for is not known.</source>
        <translation>{words}に{words2}がないため、ネットワークの用途がわかりません。</translation>
    </message>
    <message>
        <source>Export the critic with plantain models export-critic, or write a card as docs/critics.md shows.</source>
        <translation>plantain models export-criticでクリティックを書き出すか、docs/critics.mdのとおりにカードを書いてください。</translation>
    </message>
    <message>
        <source>“{words}” lacks its weights, {words2}.</source>
        <translation>「{words}」の重み{words2}がありません。</translation>
    </message>
    <message>
        <source>Copy or export it again.</source>
        <translation>もう一度コピーするか書き出してください。</translation>
    </message>
    <message>
        <source>ONNX Runtime cannot run “{words}” ({error}).</source>
        <translation>ONNX Runtimeは「{words}」を実行できません（{error}）。</translation>
    </message>
    <message>
        <source>Export it again.</source>
        <translation>もう一度書き出してください。</translation>
    </message>
    <message>
        <source>“{words}” is no ONNX network.</source>
        <translation>「{words}」はONNXネットワークではありません。</translation>
    </message>
    <message>
        <source>Export it again, or take another file.</source>
        <translation>もう一度書き出すか、別のファイルを使ってください。</translation>
    </message>
    <message>
        <source>“{words}” is of ONNX operator set {figure}; Plantain runs {figure2} to {figure3}.</source>
        <translation>「{words}」のONNXオペレーターセットは{figure}です。Plantainが実行できるのは{figure2}から{figure3}です。</translation>
    </message>
    <message>
        <source>Export it again with one of these.</source>
        <translation>このいずれかでもう一度書き出してください。</translation>
    </message>
    <message>
        <source>They must lie in the same folder.</source>
        <translation>同じフォルダーになければなりません。</translation>
    </message>
    <message>
        <source>“{words}” answers otherwise once it is exported: it is off by {figure}.</source>
        <translation>「{words}」は書き出すと答えが変わります（差は{figure}）。</translation>
    </message>
    <message>
        <source>Use another version of this critic.</source>
        <translation>このクリティックの別の版を使ってください。</translation>
    </message>
    <message>
        <source>The networks of “{words}” do not belong together: their vectors differ in length.</source>
        <translation>「{words}」のネットワーク同士が合いません：ベクトルの長さが違います。</translation>
    </message>
    <message>
        <source>“{words}” has no {words2} that can be read ({error}).</source>
        <translation>「{words}」に読み取れる{words2}がありません（{error}）。</translation>
    </message>
    <message>
        <source>The {words} of “{words2}” does not pad texts to one length.</source>
        <translation>「{words2}」の{words}はテキストの長さをそろえません。</translation>
    </message>
    <message>
        <source>“{words}” is a critic as torch has it; Plantain runs critics from ONNX files.</source>
        <translation>「{words}」はtorch形式のクリティックです。PlantainはONNXファイルのクリティックを実行します。</translation>
    </message>
    <message>
        <source>Export it: plantain models export-critic {words} FOLDER.</source>
        <translation>書き出してください：plantain models export-critic {words} FOLDER。</translation>
    </message>
    <message>
        <source>“{words}” cannot be exported to ONNX ({error}).</source>
        <translation>「{words}」はONNXに書き出せません（{error}）。</translation>
    </message>
    <message>
        <source>Exporting a critic needs the diffusion extra.</source>
        <translation>クリティックの書き出しには追加パッケージ「diffusion」が必要です。</translation>
    </message>
    <message>
        <source>Install it (uv sync --extra diffusion) and try again.</source>
        <translation>インストールして（uv sync --extra diffusion）もう一度試してください。</translation>
    </message>
    <message>
        <source>EasyOCR has no reader for {words}.</source>
        <translation>EasyOCR には {words} のリーダーがありません。</translation>
    </message>
    <message>
        <source>Choose among {words}.</source>
        <translation>{words} から選んでください。</translation>
    </message>
    <message>
        <source>No one reader of EasyOCR&apos;s reads {words}.</source>
        <translation>{words} をまとめて読める EasyOCR のリーダーはありません。</translation>
    </message>
    <message>
        <source>Export a reader for each script.</source>
        <translation>文字体系ごとにリーダーを書き出してください。</translation>
    </message>
    <message>
        <source>There is no {words} in {words2}.</source>
        <translation>{words2} に {words} がありません。</translation>
    </message>
    <message>
        <source>EasyOCR fetches it the first time it reads such a text; name the folder it keeps it in, ~/.EasyOCR/model.</source>
        <translation>EasyOCR はその文字を初めて読むときにこれを取得します。その保存先フォルダー ~/.EasyOCR/model を指定してください。</translation>
    </message>
    <message>
        <source>{words} holds no weights that can be read safely.</source>
        <translation>{words} には安全に読み込める重みがありません。</translation>
    </message>
    <message>
        <source>Name the folder with EasyOCR&apos;s own files, and the language they are for.</source>
        <translation>EasyOCR 自身のファイルがあるフォルダーと、その言語を指定してください。</translation>
    </message>
    <message>
        <source>{words} holds the weights of another network.</source>
        <translation>{words} には別のネットワークの重みが入っています。</translation>
    </message>
    <message>
        <source>{words} knows {figure} characters, not the {figure2} of this language.</source>
        <translation>{words} の文字数は {figure} で、この言語の {figure2} ではありません。</translation>
    </message>
    <message>
        <source>There is no exporter for {words}.</source>
        <translation>{words}の書き出しには対応していません。</translation>
    </message>
    <message>
        <source>There are some for {words}; import ONNX files as they are.</source>
        <translation>対応しているのは{words}です。ONNXファイルはそのまま取り込んでください。</translation>
    </message>
    <message>
        <source>“{words}” holds a {words2}, not a {words3}.</source>
        <translation>「{words}」の中身は{words3}ではなく{words2}です。</translation>
    </message>
    <message>
        <source>Name the folder of the critic as its makers publish it.</source>
        <translation>作者が公開しているままのクリティックのフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>“{words}” lacks {figure} of its weights, {words2} among them.</source>
        <translation>「{words}」には{words2}など{figure}個の重みがありません。</translation>
    </message>
    <message>
        <source>How “{words}” wants its pictures is not understood (preprocessor_config.json).</source>
        <translation>「{words}」が求める画像の形式がわかりません（preprocessor_config.json）。</translation>
    </message>
    <message>
        <source>The tokenizer of “{words}” has no tokenizer.json.</source>
        <translation>「{words}」のトークナイザーにtokenizer.jsonがありません。</translation>
    </message>
    <message>
        <source>The tokenizer of “{words}” cannot be kept as it is.</source>
        <translation>「{words}」のトークナイザーはそのままでは保存できません。</translation>
    </message>
    <message>
        <source>Import one: plantain models import FILE.</source>
        <translation>取り込んでください：plantain models import FILE。</translation>
    </message>
    <message>
        <source>Install it ({words}), or use the renderer studio.</source>
        <translation>インストールするか（{words}）、レンダラー「studio」を使ってください。</translation>
    </message>
    <message>
        <source>There is no model here that makes pictures.</source>
        <translation>画像を作れるモデルがありません。</translation>
    </message>
    <message>
        <source>The {words} renderer is not installed.</source>
        <translation>レンダラー「{words}」はインストールされていません。</translation>
    </message>
    <message>
        <source>Import a model that can (plantain models import FILE), or turn stand-ins on (--stand-ins) for a layout preview.</source>
        <translation>対応するモデルを取り込むか（plantain models import FILE）、代用物を有効にして（--stand-ins）配置だけ確かめてください。</translation>
    </message>
    <message>
        <source>Weights as they come.</source>
        <translation>重みはそのまま。</translation>
    </message>
    <message>
        <source>The denoiser at half its size: fine detail changes a little, steps are slower.</source>
        <translation>デノイザーを半分の大きさに：細部が少し変わり、1ステップが遅くなります。</translation>
    </message>
    <message>
        <source>The denoiser at half its size: hardly a visible change.</source>
        <translation>デノイザーを半分の大きさに：見た目はほとんど変わりません。</translation>
    </message>
    <message>
        <source>The denoiser at little more than a quarter: detail and small text suffer visibly.</source>
        <translation>デノイザーを4分の1あまりに：細部と小さな文字が目に見えて劣化します。</translation>
    </message>
    <message>
        <source>Every step is computed.</source>
        <translation>すべてのステップを計算します。</translation>
    </message>
    <message>
        <source>Steps that change little are skipped: up to twice as fast, fine detail may be lost.</source>
        <translation>変化の小さいステップを省きます：最大2倍速、細部が失われることがあります。</translation>
    </message>
    <message>
        <source>Every other step is extrapolated: about half the time from ten steps on, detail may differ.</source>
        <translation>1つおきのステップを補外します：10ステップ以上で約半分の時間、細部が変わることがあります。</translation>
    </message>
    <message>
        <source>Steps are skipped by a table measured for FLUX.1: up to twice as fast, fine detail may be lost.</source>
        <translation>FLUX.1で測定した表に従ってステップを省きます：最大2倍速、細部が失われることがあります。</translation>
    </message>
    <message>
        <source>What torch finds best.</source>
        <translation>torchが最適とするもの。</translation>
    </message>
    <message>
        <source>Torch&apos;s own kernels.</source>
        <translation>torch自身のカーネル。</translation>
    </message>
    <message>
        <source>The same picture, somewhat faster on recent NVIDIA cards.</source>
        <translation>画像は同じで、新しいNVIDIAカードでは少し速くなります。</translation>
    </message>
    <message>
        <source>The same picture in less memory on older NVIDIA cards.</source>
        <translation>画像は同じで、古いNVIDIAカードではメモリーを節約します。</translation>
    </message>
    <message>
        <source>The cache {words} does not fit this model.</source>
        <translation>キャッシュ{words}はこのモデルに合いません。</translation>
    </message>
    <message>
        <source>Set cache = &quot;none&quot; or another in diffusion.toml.</source>
        <translation>diffusion.tomlでcache = &quot;none&quot;か別のものを指定してください。</translation>
    </message>
    <message>
        <source>{words} does not run on {words2}.</source>
        <translation>{words}は{words2}では動きません。</translation>
    </message>
    <message>
        <source>It runs on {words}; choose another.</source>
        <translation>動くのは{words}です。別のものを選んでください。</translation>
    </message>
    <message>
        <source>{words} needs {words2}, which is not installed.</source>
        <translation>{words}に必要な{words2}が入っていません。</translation>
    </message>
    <message>
        <source>Install it: pip install {words}.</source>
        <translation>入れてください：pip install {words}。</translation>
    </message>
    <message>
        <source>The file {words} cannot be used ({error}).</source>
        <translation>ファイル{words}を使えません（{error}）。</translation>
    </message>
    <message>
        <source>“{words}” does not enlarge colour pictures.</source>
        <translation>「{words}」はカラー画像を拡大できません。</translation>
    </message>
    <message>
        <source>Choose another upscaler, or none.</source>
        <translation>別の拡大モデルを選ぶか、なしにしてください。</translation>
    </message>
    <message>
        <source>“{words}” is no upscaler of a kind known here.</source>
        <translation>「{words}」は、ここで使える種類の拡大モデルではありません。</translation>
    </message>
    <message>
        <source>Memory does not suffice for the upscaler; the picture is enlarged without it.</source>
        <translation>メモリが足りず拡大モデルを使えないため、使わずに画像を拡大します。</translation>
    </message>
    <message>
        <source>A negative prompt has no effect at a guidance of 1 or less, so yours is left out.</source>
        <translation>ガイダンススケールが1以下ではネガティブプロンプトは効かないため、使いません。</translation>
    </message>
    <message>
        <source>This model reads no negative prompt, so yours is left out.</source>
        <translation>このモデルはネガティブプロンプトを読まないため、使いません。</translation>
    </message>
    <message>
        <source>Choose another, or none.</source>
        <translation>別のものを選ぶか、なしにしてください。</translation>
    </message>
    <message>
        <source>The GPU&apos;s memory does not suffice; the picture is drawn by the CPU. This can take minutes.</source>
        <translation>グラフィックメモリーが足りないため、CPUで描きます。数分かかることがあります。</translation>
    </message>
    <message>
        <source>Memory is still short; the model now comes to the GPU layer by layer. This is much slower.</source>
        <translation>まだメモリーが足りないため、モデルを1層ずつGPUに送ります。かなり遅くなります。</translation>
    </message>
    <message>
        <source>Memory ran out on {words}; what was kept for later is freed.</source>
        <translation>{words}のメモリーが足りなくなったため、取っておいた分を解放します。</translation>
    </message>
    <message>
        <source>The picture does not fit into the memory of {words}: it is drawn at {percent} and then enlarged.</source>
        <translation>絵が{words}のメモリに収まりません。{percent}の大きさで描いてから拡大します。</translation>
    </message>
    <message>
        <source>The model does not fit into the memory of {words}: it comes there layer by layer. This is much slower.</source>
        <translation>モデルが{words}のメモリに収まりません。層ごとに送ります。かなり遅くなります。</translation>
    </message>
    <message>
        <source>The model does not fit into the memory of {words} whole: only the part at work lies there. This is slower.</source>
        <translation>モデル全体は{words}のメモリに収まりません。作業中の部分だけを置きます。遅くなります。</translation>
    </message>
    <message>
        <source>{words} does not compute right in {words2}.</source>
        <translation>{words}は{words2}で正しく計算できません。</translation>
    </message>
    <message>
        <source>Memory is still short; the picture is now decoded in tiles.</source>
        <translation>まだメモリーが足りないため、画像をタイルに分けてデコードします。</translation>
    </message>
    <message>
        <source>Memory is still short; only the part at work stays on the GPU. This is slower.</source>
        <translation>まだメモリーが足りないため、使用中の部分だけをGPUに残します。遅くなります。</translation>
    </message>
    <message>
        <source>Memory is still short; the picture is drawn at {percent} of its size and then enlarged.</source>
        <translation>まだメモリーが足りないため、{percent}の大きさで描いてから拡大します。</translation>
    </message>
    <message>
        <source>The model needs more memory than {words} has, even for a smaller picture.</source>
        <translation>小さい画像でも、モデルに必要なメモリーが{words}にありません。</translation>
    </message>
    <message>
        <source>Choose a smaller size, a smaller model, or close other programs.</source>
        <translation>小さいサイズか小さいモデルを選ぶか、ほかのプログラムを閉じてください。</translation>
    </message>
    <message>
        <source>The picture is drawn without a draft: {sentence}</source>
        <translation>下描きなしで描きます：{sentence}</translation>
    </message>
    <message>
        <source>There is no {words} for the ControlNet to follow: the studio can draw none of this plan.</source>
        <translation>ControlNetが従う{words}がありません。スタジオはこのプランから作れません。</translation>
    </message>
    <message>
        <source>Give it as a picture with --reference, or leave the ControlNet out.</source>
        <translation>--referenceで画像を指定するか、ControlNetを外してください。</translation>
    </message>
    <message>
        <source>Name one with --model: {words}.</source>
        <translation>--modelで指定してください：{words}。</translation>
    </message>
    <message>
        <source>“{words}” is a {words2}, not a {words3}.</source>
        <translation>「{words}」は{words2}で、{words3}ではありません。</translation>
    </message>
    <message>
        <source>See what there is: plantain models list.</source>
        <translation>plantain models listで確かめてください。</translation>
    </message>
    <message>
        <source>Choose a {words} that was made for it.</source>
        <translation>それに合わせて作られた{words}を選んでください。</translation>
    </message>
    <message>
        <source>“{words}” is a {words2} and makes no picture by itself.</source>
        <translation>「{words}」は{words2}で、単独では画像を作れません。</translation>
    </message>
    <message>
        <source>Name the model it goes with.</source>
        <translation>組み合わせるモデルを指定してください。</translation>
    </message>
    <message>
        <source>No model is chosen.</source>
        <translation>モデルが選ばれていません。</translation>
    </message>
    <message>
        <source>There is no model in the library.</source>
        <translation>ライブラリーにモデルがありません。</translation>
    </message>
    <message>
        <source>“{words}” is no longer at {words2}.</source>
        <translation>「{words}」はもう{words2}にありません。</translation>
    </message>
    <message>
        <source>“{words}” comes without its configuration.</source>
        <translation>「{words}」に設定が付いていません。</translation>
    </message>
    <message>
        <source>Import it as a diffusers folder.</source>
        <translation>diffusersフォルダーとして読み込んでください。</translation>
    </message>
    <message>
        <source>{words} works with no ControlNet.</source>
        <translation>{words}はControlNetに対応していません。</translation>
    </message>
    <message>
        <source>Leave it out, or choose a model of another family.</source>
        <translation>外すか、別の系統のモデルを選んでください。</translation>
    </message>
    <message>
        <source>The image encoder of “{words}” is missing.</source>
        <translation>「{words}」の画像エンコーダーがありません。</translation>
    </message>
    <message>
        <source>Put its folder image_encoder into {words}.</source>
        <translation>フォルダーimage_encoderを{words}に置いてください。</translation>
    </message>
    <message>
        <source>Leave out what was added to it (LoRAs, a ControlNet), or import it again from where it came.</source>
        <translation>追加したもの（LoRA、ControlNet）を外すか、元の場所から読み込み直してください。</translation>
    </message>
    <message>
        <source>Nothing in “{words}” fits “{words2}”.</source>
        <translation>「{words}」に「{words2}」に合うものがありません。</translation>
    </message>
    <message>
        <source>Choose a LoRA that was made for it.</source>
        <translation>それに合わせて作られたLoRAを選んでください。</translation>
    </message>
    <message>
        <source>The {words} is made ready for ONNX Runtime. This is done once for a model.</source>
        <translation>「{words}」をONNX Runtime用に準備しています。モデルごとに一度だけ行います。</translation>
    </message>
    <message>
        <source>The {words} is made ready for ONNX Runtime once more, for another size.</source>
        <translation>{words} をもう一度、別のサイズ用に ONNX Runtime 向けに準備しています。</translation>
    </message>
    <message>
        <source>The {words} of this model cannot be exported to ONNX ({error}), so torch runs it.</source>
        <translation>このモデルの{words}はONNXに変換できないため({error})、torchで実行します。</translation>
    </message>
    <message>
        <source>ONNX Runtime stopped in the {words} ({error}).</source>
        <translation>ONNX Runtimeが「{words}」で停止しました（{error}）。</translation>
    </message>
    <message>
        <source>Delete {words} to have it exported anew.</source>
        <translation>{words}を削除すると、もう一度書き出されます。</translation>
    </message>
    <message>
        <source>The {words} cannot be opened by ONNX Runtime ({error}).</source>
        <translation>ONNX Runtimeで「{words}」を開けません（{error}）。</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
</context>
<context>
    <name>fragment</name>
    <message>
        <source>The plan in the brief</source>
        <translation>指示書のプラン</translation>
    </message>
    <message>
        <source>The brief in this document</source>
        <translation>この書類の指示書</translation>
    </message>
    <message>
        <source>The trace in this document</source>
        <translation>この書類の記録</translation>
    </message>
    <message>
        <source>A round in this document</source>
        <translation>この書類のラウンド</translation>
    </message>
    <message>
        <source>The history</source>
        <translation>操作履歴</translation>
    </message>
    <message>
        <source>The trace in {0}</source>
        <translation>{0}の記録</translation>
    </message>
    <message>
        <source>no longer speaks the language of this program</source>
        <translation>このプログラムと通信できなくなりました</translation>
    </message>
    <message>
        <source>was ended by the system, most likely for want of memory</source>
        <translation>おそらくメモリー不足のため、システムに終了されました</translation>
    </message>
    <message>
        <source>crashed ({0})</source>
        <translation>異常終了しました（{0}）</translation>
    </message>
    <message>
        <source>answered with what is no answer ({0})</source>
        <translation>応答になっていないものを返しました（{0}）</translation>
    </message>
    <message>
        <source>did not stop</source>
        <translation>止まりませんでした</translation>
    </message>
    <message>
        <source>has not answered for {0} seconds</source>
        <translation>{0}秒間応答しませんでした</translation>
    </message>
    <message>
        <source>has stood still at “{0}” for {1} seconds</source>
        <translation>「{0}」で{1}秒間止まったままでした</translation>
    </message>
    <message>
        <source>from words</source>
        <translation>文章から</translation>
    </message>
    <message>
        <source>from a picture</source>
        <translation>画像から</translation>
    </message>
    <message>
        <source>inside a mask</source>
        <translation>マスクの中に</translation>
    </message>
    <message>
        <source>after a ControlNet</source>
        <translation>ControlNetに沿って</translation>
    </message>
    <message>
        <source>from a picture after a ControlNet</source>
        <translation>ControlNetに沿って画像から</translation>
    </message>
    <message>
        <source>inside a mask after a ControlNet</source>
        <translation>ControlNetに沿ってマスクの中に</translation>
    </message>
    <message>
        <source>from references</source>
        <translation>参照画像から</translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編集</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>選択範囲</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>View</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>Show or hide the panels (on the canvas)</source>
        <translation>パネルの表示／非表示（カンバス上）</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新規</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>開く…</translation>
    </message>
    <message>
        <source>Open recent…</source>
        <translation>最近使ったファイルを開く…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>別名で保存…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>書き出し…</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>モデル…</translation>
    </message>
    <message>
        <source>Free the models&apos; memory</source>
        <translation>モデルのメモリを解放</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>環境設定…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>取り消し</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直し</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>画像をコピー</translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation>画像をペースト</translation>
    </message>
    <message>
        <source>Search commands…</source>
        <translation>コマンドを検索…</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべてを選択</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>反転</translation>
    </message>
    <message>
        <source>Grow</source>
        <translation>拡張</translation>
    </message>
    <message>
        <source>Shrink</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Move tool</source>
        <translation>移動ツール</translation>
    </message>
    <message>
        <source>Rectangle or ellipse tool</source>
        <translation>長方形／楕円形選択ツール</translation>
    </message>
    <message>
        <source>Lasso tool</source>
        <translation>なげなわツール</translation>
    </message>
    <message>
        <source>Brush tool</source>
        <translation>選択ブラシツール</translation>
    </message>
    <message>
        <source>Eraser tool</source>
        <translation>消しゴムツール</translation>
    </message>
    <message>
        <source>Element tool</source>
        <translation>要素ツール</translation>
    </message>
    <message>
        <source>Text tool</source>
        <translation>テキストツール</translation>
    </message>
    <message>
        <source>Colour picker</source>
        <translation>スポイトツール</translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation>ブラシを小さく</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>ブラシを大きく</translation>
    </message>
    <message>
        <source>Render</source>
        <translation>レンダリング</translation>
    </message>
    <message>
        <source>Cancel the run</source>
        <translation>実行をキャンセル</translation>
    </message>
    <message>
        <source>Fix what fails</source>
        <translation>不合格を修正</translation>
    </message>
    <message>
        <source>Fix the selected finding</source>
        <translation>選択した指摘を修正</translation>
    </message>
    <message>
        <source>Re-render the selected region</source>
        <translation>選択した領域を再レンダリング</translation>
    </message>
    <message>
        <source>Keep the last change</source>
        <translation>直前の変更を採用</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>直前の変更を取り消す</translation>
    </message>
    <message>
        <source>Compare with the round before</source>
        <translation>前のラウンドと比較</translation>
    </message>
    <message>
        <source>Roll another seed</source>
        <translation>別のシードを生成</translation>
    </message>
    <message>
        <source>Read the prompt anew</source>
        <translation>プロンプトを読み直す</translation>
    </message>
    <message>
        <source>Fit in the window</source>
        <translation>ウィンドウに合わせる</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100%</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>ズームイン</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>ズームアウト</translation>
    </message>
    <message>
        <source>Plan boxes</source>
        <translation>プランの枠</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>指摘</translation>
    </message>
    <message>
        <source>Outlines of the elements</source>
        <translation>要素の輪郭</translation>
    </message>
    <message>
        <source>Checks panel</source>
        <translation>チェックパネル</translation>
    </message>
    <message>
        <source>Plan panel</source>
        <translation>プランパネル</translation>
    </message>
    <message>
        <source>Show or hide the panels</source>
        <translation>パネルの表示／非表示</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>ウィンドウの次の部分へ</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>Log and diagnostics</source>
        <translation>ログと診断</translation>
    </message>
    <message>
        <source>About Plantain</source>
        <translation>Plantain について</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>Choose the model</source>
        <translation>モデルを選択</translation>
    </message>
    <message>
        <source>{0}, guidance scale {1}</source>
        <translation>{0}、ガイダンススケール {1}</translation>
    </message>
    <message>
        <source>Licence of {0}</source>
        <translation>{0}のライセンス</translation>
    </message>
    <message>
        <source>Read the whole text</source>
        <translation>全文を読む</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>利用</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Passing it on</source>
        <translation>再配布</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Bring a model</source>
        <translation>モデルを用意する</translation>
    </message>
    <message>
        <source>your own, or another program&apos;s</source>
        <translation>自分のもの、ほかのプログラムのもの</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>チェックポイント</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>パイプライン</translation>
    </message>
    <message>
        <source>Transformer</source>
        <translation>トランスフォーマー</translation>
    </message>
    <message>
        <source>Text encoder</source>
        <translation>テキストエンコーダー</translation>
    </message>
    <message>
        <source>Upscaler</source>
        <translation>アップスケーラー</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>エンベディング</translation>
    </message>
    <message>
        <source>Critic</source>
        <translation>クリティック</translation>
    </message>
    <message>
        <source>Family not known</source>
        <translation>系統不明</translation>
    </message>
    <message>
        <source>{0} million parameters</source>
        <translation>{0} M パラメーター</translation>
    </message>
    <message>
        <source>{0} billion parameters</source>
        <translation>{0} B パラメーター</translation>
    </message>
    <message>
        <source>{0} steps</source>
        <translation>{0}ステップ</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1ステップ</translation>
    </message>
    <message>
        <source>free to use</source>
        <translation>利用自由</translation>
    </message>
    <message>
        <source>restricted</source>
        <translation>制限あり</translation>
    </message>
    <message>
        <source>not commercial</source>
        <translation>商用不可</translation>
    </message>
    <message>
        <source>licence not known</source>
        <translation>ライセンス不明</translation>
    </message>
    <message>
        <source>Free for commercial use.</source>
        <translation>商用利用できます。</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>中止しています…</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>順番待ち</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>取り込み中</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>検証中</translation>
    </message>
    <message>
        <source>Asking what is there</source>
        <translation>内容を確認中</translation>
    </message>
    <message>
        <source>Putting it into the library</source>
        <translation>ライブラリに登録中</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>{0}/s</source>
        <translation>{0}/秒</translation>
    </message>
</context>
<context>
    <name>palette</name>
    <message>
        <source>Search commands</source>
        <translation>コマンドを検索</translation>
    </message>
    <message>
        <source>No command is called that.</source>
        <translation>該当するコマンドはありません。</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>最近使ったファイルを開く</translation>
    </message>
    <message>
        <source>Nothing here yet.</source>
        <translation>まだ何もありません。</translation>
    </message>
</context>
<context>
    <name>part</name>
    <message>
        <source>left of</source>
        <translation>左</translation>
    </message>
    <message>
        <source>right of</source>
        <translation>右</translation>
    </message>
    <message>
        <source>above</source>
        <translation>上方</translation>
    </message>
    <message>
        <source>below</source>
        <translation>下方</translation>
    </message>
    <message>
        <source>on</source>
        <translation>上</translation>
    </message>
    <message>
        <source>in front of</source>
        <translation>手前</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>後ろ</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>中</translation>
    </message>
    <message>
        <source>next to</source>
        <translation>隣</translation>
    </message>
    <message>
        <source>left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>top</source>
        <translation>上</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>下</translation>
    </message>
    <message>
        <source>aspect</source>
        <translation>縦横比</translation>
    </message>
    <message>
        <source>size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>light</source>
        <translation>光</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>プラン</translation>
    </message>
    <message>
        <source>brief</source>
        <translation>指示書</translation>
    </message>
    <message>
        <source>trace</source>
        <translation>記録</translation>
    </message>
    <message>
        <source>brand</source>
        <translation>ブランドキット</translation>
    </message>
    <message>
        <source>step</source>
        <translation>操作履歴</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>the plan</source>
        <translation>プラン</translation>
    </message>
    <message>
        <source>round</source>
        <translation>ラウンド</translation>
    </message>
</context>
<context>
    <name>preferences</name>
    <message>
        <source>Preferences</source>
        <translation>環境設定</translation>
    </message>
</context>
<context>
    <name>shape</name>
    <message>
        <source>backdrop</source>
        <translation>背景紙</translation>
    </message>
    <message>
        <source>bag</source>
        <translation>袋</translation>
    </message>
    <message>
        <source>billboard</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>book</source>
        <translation>本</translation>
    </message>
    <message>
        <source>bottle</source>
        <translation>瓶</translation>
    </message>
    <message>
        <source>box</source>
        <translation>箱</translation>
    </message>
    <message>
        <source>can</source>
        <translation>缶</translation>
    </message>
    <message>
        <source>card</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>carton</source>
        <translation>紙パック</translation>
    </message>
    <message>
        <source>cone</source>
        <translation>円すい</translation>
    </message>
    <message>
        <source>cube</source>
        <translation>立方体</translation>
    </message>
    <message>
        <source>cup</source>
        <translation>カップ</translation>
    </message>
    <message>
        <source>cylinder</source>
        <translation>円柱</translation>
    </message>
    <message>
        <source>floor</source>
        <translation>床</translation>
    </message>
    <message>
        <source>frame</source>
        <translation>額縁</translation>
    </message>
    <message>
        <source>jar</source>
        <translation>広口瓶</translation>
    </message>
    <message>
        <source>label</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>laptop</source>
        <translation>ノートパソコン</translation>
    </message>
    <message>
        <source>lettering</source>
        <translation>立体文字</translation>
    </message>
    <message>
        <source>mug</source>
        <translation>マグカップ</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>スマートフォン</translation>
    </message>
    <message>
        <source>podium</source>
        <translation>台座</translation>
    </message>
    <message>
        <source>pouch</source>
        <translation>パウチ</translation>
    </message>
    <message>
        <source>pyramid</source>
        <translation>角すい</translation>
    </message>
    <message>
        <source>shelf</source>
        <translation>棚</translation>
    </message>
    <message>
        <source>sign</source>
        <translation>標識</translation>
    </message>
    <message>
        <source>sphere</source>
        <translation>球</translation>
    </message>
    <message>
        <source>table</source>
        <translation>テーブル</translation>
    </message>
    <message>
        <source>torus</source>
        <translation>ドーナツ形</translation>
    </message>
    <message>
        <source>tube</source>
        <translation>チューブ</translation>
    </message>
    <message>
        <source>wall</source>
        <translation>壁</translation>
    </message>
</context>
<context>
    <name>strings</name>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>カラー</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>有無</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>個数</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>View</source>
        <translation>視点</translation>
    </message>
    <message>
        <source>Framing</source>
        <translation>フレーミング</translation>
    </message>
    <message>
        <source>Clean picture</source>
        <translation>画質</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明との一致</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>スタイル</translation>
    </message>
    <message>
        <source>Likeness</source>
        <translation>類似度</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>ブランド</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>安全性</translation>
    </message>
    <message>
        <source>Second opinion</source>
        <translation>セカンドオピニオン</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未測定</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>unchecked</source>
        <translation>未チェック</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>プランを作成中</translation>
    </message>
    <message>
        <source>Rendering</source>
        <translation>レンダリング中</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>順番を待機中</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>モデルを読み込み中</translation>
    </message>
    <message>
        <source>Adding detail</source>
        <translation>細部を追加中</translation>
    </message>
    <message>
        <source>Enlarging</source>
        <translation>拡大中</translation>
    </message>
    <message>
        <source>Drawing a draft</source>
        <translation>下描きを作成中</translation>
    </message>
    <message>
        <source>Setting the scene</source>
        <translation>シーンを構成中</translation>
    </message>
    <message>
        <source>Sketching</source>
        <translation>プレビューを作成中</translation>
    </message>
    <message>
        <source>Tracing light</source>
        <translation>光を計算中</translation>
    </message>
    <message>
        <source>Removing noise</source>
        <translation>ノイズを除去中</translation>
    </message>
    <message>
        <source>Developing</source>
        <translation>現像中</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>チェック中</translation>
    </message>
    <message>
        <source>Checking the size</source>
        <translation>サイズをチェック中</translation>
    </message>
    <message>
        <source>Reading the text</source>
        <translation>テキストを読み取り中</translation>
    </message>
    <message>
        <source>Measuring colours</source>
        <translation>カラーを測定中</translation>
    </message>
    <message>
        <source>Looking for every element</source>
        <translation>要素を確認中</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>個数を確認中</translation>
    </message>
    <message>
        <source>Checking positions</source>
        <translation>位置をチェック中</translation>
    </message>
    <message>
        <source>Checking the framing</source>
        <translation>フレーミングをチェック中</translation>
    </message>
    <message>
        <source>Looking for flaws</source>
        <translation>画質をチェック中</translation>
    </message>
    <message>
        <source>Comparing with the references</source>
        <translation>参照画像と比較中</translation>
    </message>
    <message>
        <source>Looking for what your policy names</source>
        <translation>ポリシーの項目を確認中</translation>
    </message>
    <message>
        <source>Comparing with the words</source>
        <translation>言葉と比べています</translation>
    </message>
    <message>
        <source>Asking the local model</source>
        <translation>ローカルモデルに質問中</translation>
    </message>
    <message>
        <source>Fixing</source>
        <translation>修正中</translation>
    </message>
    <message>
        <source>Setting type</source>
        <translation>文字を組版中</translation>
    </message>
    <message>
        <source>Adjusting colour</source>
        <translation>カラーを調整中</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>Stopped after its last round</source>
        <translation>最後のラウンドで終了</translation>
    </message>
    <message>
        <source>Nothing left to try</source>
        <translation>これ以上の修正方法なし</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>キャンセル済み</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>未完了</translation>
    </message>
    <message>
        <source>Studio</source>
        <translation>スタジオ</translation>
    </message>
    <message>
        <source>Soft</source>
        <translation>ソフト</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>ハード</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>サイド</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>逆光</translation>
    </message>
    <message>
        <source>Golden hour</source>
        <translation>ゴールデンアワー</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>夜</translation>
    </message>
    <message>
        <source>Neon</source>
        <translation>ネオン</translation>
    </message>
    <message>
        <source>Daylight</source>
        <translation>日光</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>見出し</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>サブタイトル</translation>
    </message>
    <message>
        <source>Body text</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>Small print</source>
        <translation>小さな注記</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>「{0}」</translation>
    </message>
    <message>
        <source>Brick</source>
        <translation>レンガ</translation>
    </message>
    <message>
        <source>Cardboard</source>
        <translation>段ボール</translation>
    </message>
    <message>
        <source>Ceramic</source>
        <translation>陶器</translation>
    </message>
    <message>
        <source>Chrome</source>
        <translation>クロム</translation>
    </message>
    <message>
        <source>Concrete</source>
        <translation>コンクリート</translation>
    </message>
    <message>
        <source>Copper</source>
        <translation>銅</translation>
    </message>
    <message>
        <source>Fabric</source>
        <translation>布</translation>
    </message>
    <message>
        <source>Glass</source>
        <translation>ガラス</translation>
    </message>
    <message>
        <source>Gloss</source>
        <translation>光沢</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>金</translation>
    </message>
    <message>
        <source>Honey</source>
        <translation>はちみつ</translation>
    </message>
    <message>
        <source>Juice</source>
        <translation>ジュース</translation>
    </message>
    <message>
        <source>Leather</source>
        <translation>革</translation>
    </message>
    <message>
        <source>Marble</source>
        <translation>大理石</translation>
    </message>
    <message>
        <source>Matte</source>
        <translation>つや消し</translation>
    </message>
    <message>
        <source>Metal</source>
        <translation>金属</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>紙</translation>
    </message>
    <message>
        <source>Plastic</source>
        <translation>プラスチック</translation>
    </message>
    <message>
        <source>Rubber</source>
        <translation>ゴム</translation>
    </message>
    <message>
        <source>Silver</source>
        <translation>銀</translation>
    </message>
    <message>
        <source>Water</source>
        <translation>水</translation>
    </message>
    <message>
        <source>Wood</source>
        <translation>木</translation>
    </message>
    <message>
        <source>share of the letters that are right</source>
        <translation>正しい文字の割合</translation>
    </message>
    <message>
        <source>likeness of the worst letter</source>
        <translation>最も崩れた文字の類似度</translation>
    </message>
    <message>
        <source>contrast with the ground</source>
        <translation>下地とのコントラスト</translation>
    </message>
    <message>
        <source>smallest height of capitals, px</source>
        <translation>大文字の最小の高さ (px)</translation>
    </message>
    <message>
        <source>words too many</source>
        <translation>余分な語の数</translation>
    </message>
    <message>
        <source>share of a colour asked for by name</source>
        <translation>名前で指定したカラーの割合</translation>
    </message>
    <message>
        <source>difference from an exact colour, ΔE</source>
        <translation>指定値とのカラーの差 (ΔE)</translation>
    </message>
    <message>
        <source>evidence of the element</source>
        <translation>要素が見えている度合い</translation>
    </message>
    <message>
        <source>score of the detector</source>
        <translation>検出器のスコア</translation>
    </message>
    <message>
        <source>probability of the words</source>
        <translation>言葉の確率</translation>
    </message>
    <message>
        <source>probability against other styles</source>
        <translation>ほかのスタイルに対する確率</translation>
    </message>
    <message>
        <source>missing or too many</source>
        <translation>過不足の数</translation>
    </message>
    <message>
        <source>tolerance</source>
        <translation>許容差</translation>
    </message>
    <message>
        <source>tolerance in degrees</source>
        <translation>許容差（度）</translation>
    </message>
    <message>
        <source>overlap with the plan</source>
        <translation>プランとの重なり</translation>
    </message>
    <message>
        <source>share of the brand&apos;s colours</source>
        <translation>ブランドカラーの割合</translation>
    </message>
    <message>
        <source>fit of the brand&apos;s font</source>
        <translation>ブランドフォントとの一致度</translation>
    </message>
    <message>
        <source>likeness to the reference</source>
        <translation>参照画像との類似度</translation>
    </message>
    <message>
        <source>probability of an unwanted category</source>
        <translation>望まない分類の確率</translation>
    </message>
    <message>
        <source>freedom from flaws</source>
        <translation>欠陥の少なさ</translation>
    </message>
    <message>
        <source>{0} left of {1}</source>
        <translation>{1} の左に {0}</translation>
    </message>
    <message>
        <source>{0} right of {1}</source>
        <translation>{1} の右に {0}</translation>
    </message>
    <message>
        <source>{0} above {1}</source>
        <translation>{1} の上方に {0}</translation>
    </message>
    <message>
        <source>{0} below {1}</source>
        <translation>{1} の下方に {0}</translation>
    </message>
    <message>
        <source>{0} on {1}</source>
        <translation>{1} の上に {0}</translation>
    </message>
    <message>
        <source>{0} in front of {1}</source>
        <translation>{1} の前に {0}</translation>
    </message>
    <message>
        <source>{0} behind {1}</source>
        <translation>{1} の後ろに {0}</translation>
    </message>
    <message>
        <source>{0} inside {1}</source>
        <translation>{1} の中に {0}</translation>
    </message>
    <message>
        <source>{0} next to {1}</source>
        <translation>{1} の隣に {0}</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0}%</translation>
    </message>
    <message>
        <source>Nothing else is written</source>
        <translation>ほかの文字なし</translation>
    </message>
    <message>
        <source>The brand&apos;s colours</source>
        <translation>ブランドカラー</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>画像全体</translation>
    </message>
    <message>
        <source>In a scene nothing floats, print stays on what carries it, and the ground fills the picture: the box is in the nearest place.</source>
        <translation>シーンでは何も宙に浮かず、印刷は載っている物の上にとどまり、地面は画面いっぱいに広がります。枠は最も近い位置に置きました。</translation>
    </message>
    <message>
        <source>{0} s left</source>
        <translation>残り {0} 秒</translation>
    </message>
    <message>
        <source>{0} min left</source>
        <translation>残り {0} 分</translation>
    </message>
    <message>
        <source>likeness of the logo</source>
        <translation>ロゴの一致度</translation>
    </message>
</context>
</TS>
