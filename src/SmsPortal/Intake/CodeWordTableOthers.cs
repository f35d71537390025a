namespace SmsPortal.Intake;

/// <summary>Words that name other numbers than codes, by language.</summary>
internal static class CodeWordTableOthers
{
    /// <summary>Names of other numbers: orders, accounts, places, documents.</summary>
    public const string Numbers = """
        order|tracking|invoice|booking|reservation|reference|ref$|ref no|conf$|ticket|case$|account|acct|card$|ending|ends in|flight|gate|room|suite|ste$|bldg|apt$|seat|train|bus$|route|model|serial|policy no|policy$|loan|receipt|parcel|package|shipment|meter|reading|device|zip code|zip$|postal code|postcode|area code|country code|error code|dress code|qr code|barcode|building code|pass number|case no|job$|visit|plate|tag$|car$|cab$|lot$|volume|balance|section|permit|customer no|account no|confirmation no|booking code|ip$|version|sim$|locker|street$|since|serial number|wifi
        замовлення|відправлення|посилка|посилку|рахунок|рахунку|картка|картки|кабінет|відділення|о/р|№|борг|лічильник|номер замовлення|поштовий індекс|укриття|баланс|тнн
        заказ|посылка|счет|счёт|карта$|карты$|каб$|отделение|л/с|вагон|место|поезд|рейс|бронь|билет|баланс|почтовый индекс|код города|штрихкод|штрих код|qr код|код ошибки|ул$|номер|покупка
        单号|订单|尾号|卡号|账号|账户|帐户|编号|航班|运单|邮编|末四碼|末四码|就诊号|取号|号柜|余额|二维码|区号|代號|号码|號碼|条码|条形码|编码|編碼|二維碼
        伝票番号|予約番号|お問い合わせ番号|追跡番号|注文番号|お客様番号|口座番号|会員番号|郵便番号|整理番号|電話番号|下4桁|搭乗口|受付番号|QRコード|バーコード|エラーコード|製造番号|カード
        رقم الطلب|طلبك رقم|شحنتك|بطاقة|بطاقتك|المنتهية|الرصيد|رصيدك|رقم الشحنة|حسابك|العيادة|الرمز البريدي|رقم$
        מספר|המסתיים|מסתיים|כרטיס|סניף|חדר|יתרה|הזמנה|מיקוד|חשבון
        شماره|حساب|مانده|سفارش|مرسوله|کد پستی|کد رهگیری|کد سفارش
        खाता|खाते|ऑर्डर|शेष राशि|शेष|pnr|ट्रेन|सीट|पिन कोड क्षेत्र
        takip|siparis|hesab|hane|kart$|kartiniz|poliklinik|posta kodu|iban|bakiye|ile biten|alan kodu|karekod
        bestellung|sendung|rechnung|auftrag|vorgang|kundennummer|konto|karte|zimmer|plz|postleitzahl|storung nr|kontonummer|wagen|platz|iban|ice$|kennzeichen|fehlercode|strichcode|markt$|kennung
        commande|colis|facture|dossier|carte|voiture|place$|tgv|code postal|reference client|ref$|solde|compte|numero de suivi|code barre|marche$
        pedido|envio|cuenta|tarjeta|saldo|consultorio|codigo postal|factura|codigo de barras|tienda|codigo de rastreo|numero de
        rastreio|protocolo|fatura|cartao|conta$|sala$|cep$|codigo de rastreio|loja$
        ordine|pacco|carta$|pratica|conto$|cap$|codice di tracciamento|codice fiscale|codice a barre|codice cliente|negozio|atm$|tracking
        bestelling|pakket|rekening|pas$|afhaalpunt|postcode|winkel$|volgnr|klantnummer|factuur
        przesylk|rach$|rachun|karta|gabinet|kod pocztowy|kod kreskowy|sklep$|zamowieni|numer|faktur
        tk$|don hang|ma don|ma khach hang|ma van don|tai khoan|so du|sd$
        rek$|pesanan|paket|no resi|rekening|kode pos|kode pesanan|saldo
        บัญชี|บช|พัสดุ|รหัสไปรษณีย์|คงเหลือ|เลขที่|หมายเลข
        주문번호|운송장|접수번호|예약번호|계좌|고객번호|우편번호|잔액|카드|누적
        bestallning|kort$|saldo|vagn|plats|bokning|tag$|butik$|postnummer|konto|ordernummer
        παραγγελια|καρτα|ληγει σε|υπολοιπο|λογαριασμ|ταχυδρομικ|ταχ κωδ
        zasilka|zustatek|obchod|kartou|psc$|colet|lei$|pakettisi|luukku|kartya|egyenleg|bolt$|ordre
        """;

    /// <summary>Codes for a basket and the words around them.</summary>
    public const string Promotions = """
        promo|coupon|discount|voucher|gift code|gift card|referral code|invite code|% off|off your|sale$|sitewide|checkout|redeem|sweepstake
        знижк|акці|бонус|подарунк|скидк|промокод|купон|акци|бонус|подар|распродаж
        优惠|券码|折扣|折$|满减|大促|兑换码|礼品|クーポン|割引|セール|オフ|ポイント
        خصم|الخصم|كوبون|عرض|قسيمة|קופון|הנחה|מבצע|שובר|تخفيف
        कूपन|छूट|ऑफर|indirim|kampanya|kupon|sepet|gutschein|rabatt|aktion$|sparen|code promo|promotion|remise|soldes|ventes privees|reduction
        descuento|cupon|oferta|promocion|cupom|desconto|codigo promocional|sconto|codice sconto|offerta|buono
        korting|actie$|rabat|kod rabatowy|kodem rabatowym|promocj|zniz|giam|khuyen mai|uu dai|diskon|potongan|hemat|ส่วนลด|โปรโมชั่น|할인|쿠폰
        rabattkod|rabatt|εκπτωσ|προσφορ|κουπονι|εκπτωτικ|sleva|reducere|alennus|kedvezmeny
        """;

    /// <summary>Words before a number to call or to text.</summary>
    public const string Contacts = """
        stop$|stop to|help to|text$|texts$|dial$|call$|phone no|by phone|tel$|hotline|sms to|unsubscribe|opt out|yes to|msg
        тел$|телефон|зателефонуй|гаряча лінія|звоните|позвоните|отписка|стоп на|горячая линия
        电话|致电|热线|拨打|客服|回复|退订|電話|お電話|اتصل|هاتف|للاستفسار|חייגו|טלפון|تماس|कॉल|ara$|yaz$|gonder|iptal
        rufen|notruf|sms an|sms mit|an$|telefon|appel|stop au|appelez|llama|envia|baja al|marca$|ligue|envie|sair p|chiama|invia|bel$|afmelden|infolinia|stop na|rezygnacja|goi$|soan$|gui$|hubungi|ketik|โทร|문의|신고|거부|ring$|stopp till|avregistrera|καλεστε|τηλ
        """;

    /// <summary>Currencies.</summary>
    public const string Money = """
        $|€|£|¥|₹|₴|₽|₺|₩|₫|฿|₪|₸|₦|﷼|usd$|eur$|euro|uah$|rub$|inr$|rs$|rs.|rp$|rp.|vnd$|vnđ$|idr$|pln$|zł$|zl$|kc$|kč$|czk$|kr$|sek$|nok$|dkk$|chf$|gbp$|jpy$|cny$|rmb$|try$|tl$|hkd$|brl$|mxn$|ft$|lei$|dollar|bucks|pounds
        грн|гривень|гривен|руб|р$|р.$|тг$|тенге|元|块|円|원|人民币|بات|ريال|درهم|دينار|جنيه|تومان|ש"ח|שקל|रु|रुपये|রু|บาท|pesos|reais|d$|rb$|ribu|juta|k$|บ.$
        """;

    /// <summary>Units and counted things.</summary>
    public const string Units = """
        %|°|mb$|gb$|kb$|mah$|kwh$|kg$|km$|kms$|m$|ft.$|mi$|mile|mph$|min$|mins$|minute|hour|hrs$|hour|days|day$|week|month|year|people|customers|families|points|pts$|pt$|steps|items|guests|minutes|in attendance|subscribers|followers|numbers|fake|new$|styles|mg$|ml$|cal$|members|users|applicants|seats|lines$|users|views|votes|likes
        мб$|гб$|км$|м$|хв$|мин$|год$|г.$|г$|шт$|осіб|людей|человек|баллов|балів|бонусів|бонусов|днів|дней|дня|хвилин|минут|років|лет
        年|月|日|时|時|分钟|分鐘|分|小时|天|人|名|点|室|号|楼|立方|个|個|万|米|户|か所|か月|便|位|次|岁|층|호|명|시|분|년|월|일|개|점
        مگا|گیگ|روز|دقيقة|نقطة|ساعة|يوم|מגה|דקות|मिनट|दिन|dakika|puan|gun$|uhr|minuten|tage|meilen|personen|punkte|minutes|jours|personnes|points|minutos|dias|horas|puntos|pontos|pessoas|minuti|giorni|punti|persone|minuut|dagen|punten|minut|dni|punktow|phut|ngay|diem|menit|hari|poin|นาที|วัน|คะแนน|minuter|dagar|poang|personer|λεπτα|ημερες|ποντοι
        """;
}
